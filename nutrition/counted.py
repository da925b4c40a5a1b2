"""A number with its noun, as English says it."""


def counted(number: float, one: str, many: str) -> str:
    """A number with its noun: "1 day", "3 days".

    Args:
        number: How many.
        one: The noun, or noun and verb, of a single one.
        many: The same of any other number.
    """
    return f"{number:,.0f} {one if number == 1 else many}"
