"""One module a task, each with ``predict(rows)``: rows of an evaluation file in, predictions in its scheme out."""
