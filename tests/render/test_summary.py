"""The last lines say what took no part."""

from dataclasses import replace

from claims.model import Unread
from claims.render.summary import summarise
from tests.render.story import make_comparison


def test_what_was_not_compared_is_counted() -> None:
    story = make_comparison()
    foreign = replace(story.articles[0], language="de")
    told = dict(summarise(replace(story, articles=(foreign, *story.articles[1:]), unread=(Unread("a", "b", "c"),))))
    assert told["Articles"].endswith("; 1 not compared, as not in English; 1 input not read")
