"""XML read safely: nothing is loaded, no entity is declared, and depth and number of elements are bounded."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from claims.articles.encoding import decode_bytes
from claims.articles.fragments import BlockCollector, Piece, fold, unescape
from claims.errors import UnreadableError

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DEEPEST = 200
_MOST_ELEMENTS = 300_000
_CONTROLS = {code: " " for code in range(32) if code not in (9, 10, 13)}
_HINT = "check that the file is whole; save the article as text if it is not"


def parse_xml(data: bytes, where: str) -> Element:
    """Return the root element; tags keep their prefix. Raises UnreadableError."""
    from xml.etree.ElementTree import TreeBuilder
    from xml.parsers.expat import ExpatError

    text, _ = decode_bytes(data, where, declared=True)
    builder = TreeBuilder()
    parser = _open_parser(builder, where)
    try:
        parser.Parse(text.lstrip().translate(_CONTROLS).encode("utf-8", "replace"), True)
        return builder.close()
    except (ExpatError, ValueError) as error:
        raise UnreadableError(f"invalid XML: {error}", where=where, hint=_HINT) from error


def _open_parser(builder: Any, where: str) -> Any:  # noqa: ANN401 - pyexpat's parser has no public type
    from xml.parsers.expat import ParserCreate

    depth = count = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > _DEEPEST or count > _MOST_ELEMENTS:
            reason = "nested too deeply" if depth > _DEEPEST else "with too many elements"
            raise UnreadableError(f"XML {reason}", where=where, hint=_HINT)
        builder.start(tag, attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(tag)

    parser = ParserCreate("utf-8")
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = builder.data
    parser.SkippedEntityHandler = lambda name, _: builder.data(unescape(f"&{name};"))
    parser.StartDoctypeDeclHandler = _refuse_declarations(where)
    parser.buffer_text = True
    return parser


def _refuse_declarations(where: str) -> Callable[[str, str | None, str | None, int], None]:
    """Let a document type be named (it is not loaded), but not declare entities or anything else."""

    def check(name: str, system: str | None, public: str | None, has_internal_subset: int) -> None:
        del name, system, public
        if has_internal_subset:
            raise UnreadableError("XML that declares entities or types of its own", where=where, hint=_HINT)

    return check


def item_bytes(item: Element, items: Sequence[Element], data: bytes) -> bytes:
    """Return what the digest of an item is taken of: the whole file where it is the only one, else its own part."""
    from xml.etree.ElementTree import tostring

    return data if len(items) == 1 else bytes(tostring(item))


def local(element: Element) -> str:
    """Return the element's name without its prefix."""
    return element.tag.rpartition(":")[2]


def find_all(element: Element, *names: str) -> Iterator[Element]:
    """Yield the element and those below it that have one of these local names, in the order of the document."""
    return (found for found in element.iter() if local(found) in names)


def find_first(element: Element | None, *names: str) -> Element | None:
    """Return the first element of these names below."""
    return None if element is None else next(find_all(element, *names), None)


def text_of(element: Element | None) -> str | None:
    """Return the text of an element, white space folded; None where it has none."""
    return None if element is None else fold(" ".join(element.itertext())) or None


def find_text(element: Element | None, *names: str) -> str | None:
    """Return the text of the first element that has any, by the first of these names that one has."""
    if element is None:
        return None
    return next((text for name in names for found in find_all(element, name) if (text := text_of(found))), None)


def attribute(element: Element | None, *names: str) -> str | None:
    """Return the first of these attributes that has a value, whatever its prefix."""
    if element is None:
        return None
    values = {key.rpartition(":")[2]: value for key, value in reversed(list(element.attrib.items()))}
    return next((value for name in names if (value := values.get(name, "").strip())), None)


def find_attribute(element: Element | None, name: str, *attributes: str) -> str | None:
    """Return the first of these attributes that any element of this name has."""
    if element is None:
        return None
    return next((value for found in find_all(element, name) if (value := attribute(found, *attributes))), None)


def read_blocks(element: Element) -> list[Piece]:
    """Return the paragraphs, subheads and captions of a body in NITF or XHTML."""
    blocks = BlockCollector()
    _walk(element, blocks)
    return blocks.finish()


def _walk(element: Element, blocks: BlockCollector) -> None:
    tag = local(element).lower()
    blocks.open(tag)
    blocks.write(element.text or "")
    for child in element:
        _walk(child, blocks)
        blocks.write(child.tail or "")
    blocks.close(tag)
