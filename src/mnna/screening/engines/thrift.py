"""Read and write the footer of a Parquet file in Thrift's compact protocol, without knowledge of its fields."""

from __future__ import annotations

from io import BytesIO
from typing import Any

TRUE, FALSE, BYTE, DOUBLE, BINARY, LIST, SET, STRUCT = 1, 2, 3, 7, 8, 9, 10, 12
WHOLE = (4, 5, 6)
"""The types of integers of 16, 32 and 64 bits."""

Struct = dict[int, tuple[int, Any]]
"""The fields of a struct by number, each a type and a value; a list's value is a pair of its type and its values."""


def read_struct(data: bytes) -> Struct:
    """Return the struct in the bytes; raises `ValueError` or `IndexError` if there is none."""
    return _struct(BytesIO(data))


def _unsigned(file: BytesIO) -> int:
    value = shift = 0
    while (part := file.read(1)[0]) >= 0x80:
        value |= (part & 0x7F) << shift
        shift += 7
    return value | part << shift


def _signed(file: BytesIO) -> int:
    value = _unsigned(file)
    return (value >> 1) ^ -(value & 1)


def _struct(file: BytesIO) -> Struct:
    fields: Struct = {}
    number = 0
    while head := file.read(1)[0]:
        number = number + (head >> 4) if head >> 4 else _signed(file)
        kind = head & 0x0F
        fields[number] = (kind, kind == TRUE if kind in (TRUE, FALSE) else _value(file, kind))
    return fields


def _value(file: BytesIO, kind: int) -> Any:
    if kind in WHOLE:
        return _signed(file)
    if kind in (TRUE, FALSE, BYTE):  # a truth value in a list takes a byte
        return file.read(1)[0]
    if kind in (DOUBLE, BINARY):
        return file.read(8 if kind == DOUBLE else _unsigned(file))
    if kind == STRUCT:
        return _struct(file)
    if kind in (LIST, SET):
        head = file.read(1)[0]
        count = _unsigned(file) if head >> 4 == 15 else head >> 4
        return head & 0x0F, [_value(file, head & 0x0F) for _ in range(count)]
    raise ValueError(f"a footer holds no values of type {kind}")


def written_struct(fields: Struct) -> bytes:
    """Return the bytes of a struct."""
    out, before = bytearray(), 0
    for number, (kind, value) in sorted(fields.items()):
        truth = kind in (TRUE, FALSE)
        kind = (TRUE if value else FALSE) if truth else kind
        near = 0 < number - before < 16
        out += bytes([(number - before) << 4 | kind]) if near else bytes([kind]) + _whole(number)
        out += b"" if truth else _written(kind, value)
        before = number
    return bytes(out) + b"\0"


def _written(kind: int, value: Any) -> bytes:
    if kind in WHOLE:
        return _whole(value)
    if kind in (TRUE, FALSE, BYTE):
        return bytes([value])
    if kind in (DOUBLE, BINARY):
        return (b"" if kind == DOUBLE else _natural(len(value))) + bytes(value)
    if kind == STRUCT:
        return written_struct(value)
    of, values = value
    few = len(values) < 15
    head = bytes([len(values) << 4 | of]) if few else bytes([0xF0 | of]) + _natural(len(values))
    return head + b"".join(_written(of, one) for one in values)


def _whole(value: int) -> bytes:
    return _natural(2 * value if value >= 0 else -2 * value - 1)


def _natural(value: int) -> bytes:
    out = bytearray()
    while value >= 0x80:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*out, value])
