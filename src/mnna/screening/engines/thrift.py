"""Read and write the footer of a Parquet file in Thrift's compact protocol, without knowledge of its fields."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

TRUE, FALSE, BYTE, DOUBLE, BINARY, LIST, SET, MAP, STRUCT = 1, 2, 3, 7, 8, 9, 10, 11, 12
WHOLE = (4, 5, 6)
"""The types of integers of 16, 32 and 64 bits."""

Struct = dict[int, tuple[int, Any]]
"""The fields of a struct by number, each a type and a value; a list's value is a pair of its type and its values."""


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def byte(self) -> int:
        self.at += 1
        return self.data[self.at - 1]

    def taken(self, count: int) -> bytes:
        self.at += count
        return self.data[self.at - count : self.at]

    def unsigned(self) -> int:
        value = shift = 0
        while True:
            part = self.byte()
            value |= (part & 0x7F) << shift
            shift += 7
            if part < 0x80:
                return value

    def signed(self) -> int:
        value = self.unsigned()
        return (value >> 1) ^ -(value & 1)

    def struct(self) -> Struct:
        fields: Struct = {}
        number = 0
        while head := self.byte():
            number = number + (head >> 4) if head >> 4 else self.signed()
            kind = head & 0x0F
            fields[number] = (kind, kind == TRUE if kind in (TRUE, FALSE) else self.value(kind))
        return fields

    def value(self, kind: int) -> Any:
        if kind in WHOLE:
            return self.signed()
        if kind in (TRUE, FALSE, BYTE):  # a truth value in a list takes a byte
            return self.byte()
        if kind == DOUBLE:
            return self.taken(8)
        if kind == BINARY:
            return self.taken(self.unsigned())
        if kind == STRUCT:
            return self.struct()
        if kind in (LIST, SET):
            head = self.byte()
            count = self.unsigned() if head >> 4 == 15 else head >> 4
            return head & 0x0F, [self.value(head & 0x0F) for _ in range(count)]
        raise ValueError(f"a footer holds no values of type {kind}")


def read_struct(data: bytes) -> Struct:
    """Return the struct in the bytes; raises `ValueError` or `IndexError` if there is none."""
    return _Reader(data).struct()


@dataclass(slots=True)
class _Writer:
    out: bytearray

    def unsigned(self, value: int) -> None:
        while value >= 0x80:
            self.out.append(value & 0x7F | 0x80)
            value >>= 7
        self.out.append(value)

    def signed(self, value: int) -> None:
        self.unsigned(value << 1 if value >= 0 else (-value << 1) - 1)

    def struct(self, fields: Struct) -> None:
        before = 0
        for number, (kind, value) in sorted(fields.items()):
            if kind in (TRUE, FALSE):
                kind = TRUE if value else FALSE
            if 0 < number - before < 16:
                self.out.append((number - before) << 4 | kind)
            else:
                self.out.append(kind)
                self.signed(number)
            if kind not in (TRUE, FALSE):
                self.value(kind, value)
            before = number
        self.out.append(0)

    def value(self, kind: int, value: Any) -> None:
        if kind in WHOLE:
            self.signed(value)
        elif kind in (TRUE, FALSE, BYTE):
            self.out.append(value)
        elif kind == DOUBLE:
            self.out += value
        elif kind == BINARY:
            self.unsigned(len(value))
            self.out += value
        elif kind == STRUCT:
            self.struct(value)
        else:
            self.list(*value)

    def list(self, kind: int, values: list[Any]) -> None:
        if len(values) < 15:
            self.out.append(len(values) << 4 | kind)
        else:
            self.out.append(0xF0 | kind)
            self.unsigned(len(values))
        for value in values:
            self.value(kind, value)


def written_struct(fields: Struct) -> bytes:
    """Return the bytes of a struct."""
    writer = _Writer(bytearray())
    writer.struct(fields)
    return bytes(writer.out)
