"""Write a small SAS transport file (version 5), as NHANES releases them, for tests.

Layout as in SAS technical note TS-140: 80-byte header records, 140-byte variable descriptors,
IBM floating point numbers, everything padded with blanks to 80 bytes.
"""

import math
import struct

STAMP = b"22NOV26:00:00:00"


def ibm(value):
    """Return a number as 8 bytes of IBM System/360 floating point; None is SAS's missing."""
    if value is None:
        return b"\x2e" + b"\0" * 7
    if value == 0:
        return b"\0" * 8
    sign = 0x80 if value < 0 else 0
    value = abs(value)
    exponent = math.floor(math.log(value, 16)) + 1
    fraction = int(value / 16.0**exponent * 2**56)
    if fraction >= 2**56:
        exponent, fraction = exponent + 1, fraction >> 4
    return bytes([sign | (exponent + 64)]) + struct.pack(">Q", fraction)[1:]


def header(kind, tail=b"0" * 30):
    return (b"HEADER RECORD*******" + kind.ljust(8) + b"HEADER RECORD!!!!!!!" + tail).ljust(80)


def padded(data):
    return data + b" " * (-len(data) % 80)


def descriptor(number, name, length, text, position):
    body = struct.pack(">hhhh", 2 if text else 1, 0, length, number)
    body += name.encode().ljust(8) + b" " * 40 + b" " * 8
    body += struct.pack(">hhhxx", 0, 0, 0) + b" " * 8 + struct.pack(">hhi", 0, 0, position)
    return body + b"\0" * 52


def write_transport(path, rows):
    """Write rows (dicts of numbers, None or texts of up to 40 letters) to ``path``."""
    names = list(rows[0])
    texts = {n for n in names if any(isinstance(row[n], str) for row in rows)}
    length = {n: 40 if n in texts else 8 for n in names}
    positions, at = {}, 0
    for name in names:
        positions[name], at = at, at + length[name]
    out = header(b"LIBRARY ")
    out += (b"SAS     SAS     SASLIB  9.4     TEST".ljust(64) + STAMP) + STAMP.ljust(80)
    out += header(b"MEMBER  ", b"0" * 16 + b"01600000000140  ")
    out += header(b"DSCRPTR ")
    out += (b"SAS     DATA    SASDATA 9.4     TEST".ljust(64) + STAMP) + STAMP.ljust(80)
    out += header(b"NAMESTR ", b"000000" + b"%04d" % len(names) + b"0" * 20)
    out += padded(
        b"".join(
            descriptor(i + 1, n, length[n], n in texts, positions[n]) for i, n in enumerate(names)
        )
    )
    out += header(b"OBS     ")
    body = b"".join(
        (row[n] or "").encode().ljust(40) if n in texts else ibm(row[n])
        for row in rows
        for n in names
    )
    path.write_bytes(out + padded(body))
    return path
