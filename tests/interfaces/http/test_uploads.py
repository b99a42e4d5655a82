"""Sending a file to be screened: what comes back, what hostile files get, and that nothing is left behind."""

from __future__ import annotations

import contextlib
import csv
import gzip
import io
import os
import select
import socket
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import duckdb
import httpx
import pytest
from starlette.testclient import TestClient

from mnna.interfaces.http import security, uploads
from mnna.interfaces.http.app import create_app
from mnna.present.csv import harmless
from mnna.screening import screen

CASES = """recipient,channel,mde_usd,total_usd,construction_usd,on,=note()
COL,fms,20000000,20000000,,2023-05-01,=cmd|' /C calc'!A0
Kenya,fms,,60000000,,2024-08-01,-5
Atlantis,dcs,1,1,,2024-08-01,"+1+1"
MEX,dcs,15000000,20000000,,not a day,@SUM(1)
DEU,fms,15000000,20000000,,2024-08-01,"a, b"
"""


def send(client: TestClient, content: bytes, name: str = "cases.csv", **fields: str) -> Any:
    """The answer to one upload."""
    return client.post("/screen", files={"file": (name, content)}, data=fields)


def finished(client: TestClient, content: bytes, name: str = "cases.csv", **fields: str) -> tuple[str, Any]:
    """The address of a screening, and its JSON when it is done."""
    sent = send(client, content, name, **fields)
    assert sent.status_code == 303, sent.text
    for _ in range(3000):
        answer = client.get(f"{sent.headers['location']}.json")
        if answer.status_code != 202:
            return sent.headers["location"], answer
        time.sleep(0.1)
    raise AssertionError("it does not end")


@pytest.fixture(scope="module")
def done(client: TestClient) -> tuple[str, Any]:
    """The sample file, screened once."""
    return finished(client, CASES.encode(), "my cases.csv", explain="yes")


def test_the_counts_are_those_of_the_word(done: tuple[str, Any], tmp_path: Path) -> None:
    (tmp_path / "cases.csv").write_text(CASES, encoding="utf-8")
    expected = screen(tmp_path / "cases.csv", tmp_path / "out.csv", explain=True).to_dict()
    found = done[1].json()
    for name in ("rows", "answers", "by_rule", "by_country", "rejects", "needs", "columns"):
        assert found[name] == expected[name]
    assert found["source"] == "my cases.csv" and found["stamp"]["input"] == expected["stamp"]["input"]


def test_every_row_comes_back_in_order_and_harmless(client: TestClient, done: tuple[str, Any]) -> None:
    answer = client.get(f"{done[0]}/answers.csv")
    assert 'filename="mycases-answers.csv"' in answer.headers["content-disposition"]
    rows, sent = (list(csv.DictReader(io.StringIO(text))) for text in (answer.text, CASES))
    assert [row["recipient"] for row in rows] == [row["recipient"] for row in sent]
    assert [row["notify"] for row in rows] == ["yes", "yes", "error", "error", "no"]
    assert [row["'=note()"] for row in rows] == [harmless(row["=note()"]) for row in sent]
    assert client.get(f"{done[0]}/answers.parquet").content[:4] == b"PAR1"


def test_the_page_says_what_was_found(client: TestClient, done: tuple[str, Any]) -> None:
    text = client.get(done[0]).text
    assert "<h1>2 of 5 must be notified, 0 unknown, 2 could not be read</h1>" in text
    assert "Atlantis" in text and "mnna screen &#39;my cases.csv&#39; -o answers.csv --explain" in text
    assert "mnna-serve-" not in text and "/tmp" not in text


@pytest.mark.parametrize(("encoding", "said"), [("utf-16", ""), ("cp1252", "cp1252")])
def test_a_text_of_another_encoding_is_read_as_the_command_reads_it(
    client: TestClient, encoding: str, said: str
) -> None:
    place, answer = finished(client, CASES.replace("a, b", "Curaçao").encode(encoding), encoding=said)
    assert answer.json()["rows"] == 5 and answer.json()["answers"]["yes"] == 2, answer.text
    assert client.get(f"{place}/answers.csv").text.count("Curaçao") == 1


def test_columns_of_other_names(client: TestClient) -> None:
    place, answer = finished(
        client, b"Kunde,channel,Wert,on\nCOL,fms,60000000,2024-08-01\n", map="recipient=Kunde, total_usd=Wert"
    )
    assert answer.json()["answers"]["yes"] == 1, answer.text
    assert "--map recipient=Kunde --map total_usd=Wert" in client.get(place).text
    assert send(client, CASES.encode(), map="Kunde").status_code == 400


def test_what_is_removed_is_gone(client: TestClient) -> None:
    place, _ = finished(client, CASES.encode())
    assert client.post(f"{place}/remove").status_code == 303
    assert [client.get(place + rest).status_code for rest in ("", ".json", "/answers.csv")] == [404, 404, 404]


def test_nothing_is_left_when_the_server_stops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with TestClient(create_app(), base_url="http://127.0.0.1", follow_redirects=False) as own:
        finished(own, CASES.encode())
        kept = [path for path in tmp_path.rglob("*") if path.is_file()]
        ours = {"alive", "order.json", "state.json", "turn"}
        assert {path.name for path in kept} == {"answers.csv", "answers.parquet", "answers.xlsx"} | ours
        assert all(path.stat().st_mode & 0o077 == 0 for path in tmp_path.iterdir())
    assert not list(tmp_path.iterdir())


def test_nothing_is_left_when_the_server_is_killed(tmp_path: Path) -> None:
    environment = os.environ | {"TMPDIR": str(tmp_path)}
    command = [sys.executable, "-m", "mnna", "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, env=environment, text=True) as server:
        assert server.stderr is not None
        port = int(server.stderr.readline().split("127.0.0.1:")[1].split("/")[0])
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=30) as own:
            finished(own, CASES.encode())  # type: ignore[arg-type]
        assert [path for path in tmp_path.rglob("*") if path.is_file()]
        server.kill()
    for _ in range(1200):
        if not list(tmp_path.iterdir()):
            return
        time.sleep(0.05)
    raise AssertionError(f"left behind: {list(tmp_path.rglob('*'))}")


def test_whoever_hangs_up_leaves_no_trace(site: str, caplog: pytest.LogCaptureFixture) -> None:
    host, port = site.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as line:
        head = f"POST /screen HTTP/1.1\r\nHost: {host}\r\nContent-Type: multipart/form-data; boundary=b\r\n"
        line.sendall(f"{head}Content-Length: 1000\r\n\r\n--b\r\n".encode())
    assert httpx.get(f"{site}/countries.json").status_code == 200
    time.sleep(0.2)
    assert not caplog.records


def test_a_column_that_cannot_be_read_is_refused_under_the_name_it_was_sent_by(client: TestClient) -> None:
    place, answer = finished(client, b"who,what\nCOL,rifles\n", "odd.csv")
    assert answer.status_code == 400 and "/tmp" not in answer.text
    page = client.get(place)
    assert page.status_code == 400 and "could not be screened" in page.text and "/tmp" not in page.text


def zipped() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("cases.csv", b"0" * 10_000_000)
    return file.getvalue()


HOSTILE = {
    "bomb.csv": (zipped(), "zip"),
    "bomb.csv.gz": (gzip.compress(b"0" * 10_000_000), "gzip"),
    "binary.csv": (bytes(range(256)) * 100, "zero bytes"),
    "utf16be.csv": (CASES.encode("utf-16-be"), "zero bytes"),
    "nul.csv": (CASES.encode() + b"CO\0L,fms,1,1,,2024-01-01,x\n", "zero bytes"),
    "wide.csv": (b"," * 5000 + b"recipient\n", "5,001 columns"),
    "empty.csv": (b"", "empty"),
    "half.parquet": (b"PAR1" + b"\x15" * 5000, "ends before its end"),
    "fake.parquet": (b"PAR1" + b"\x15" * 5000 + b"PAR1", "cannot be read as a Parquet"),
    "tiny.parquet": (b"PAR1", "ends before its end"),
    "old.xls": (b"\xd0\xcf\x11\xe0" + b"1" * 5000, "Excel"),
    "paper.pdf": (b"%PDF-1.7" + b"1" * 5000, "PDF"),
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_what_is_no_table_is_refused_with_what_it_is(client: TestClient, name: str) -> None:
    content, words = HOSTILE[name]
    answer = send(client, content, name)
    assert answer.status_code == 400 and words in answer.text, answer.text[:600]


NAMES = ["../../etc/passwd", "..\\..\\x.csv", "a/b/c.csv", "<script>.csv", "x" * 5000, "\u202e.csv"]


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_only_shown(client: TestClient, name: str) -> None:
    shown = uploads.named(name)
    assert not set("/\\<>\"'") & set(shown) and len(shown) <= 80 and shown.isprintable()


def test_no_file_at_all(client: TestClient) -> None:
    assert client.post("/screen", data={"explain": "yes"}).status_code == 400
    assert client.post("/screen", content=b"recipient\nCOL\n").status_code == 400


@pytest.mark.parametrize("field", [{"dates": "ymd"}, {"decimal": "dot"}, {"engine": "spark"}])
def test_the_form_takes_its_own_fields_only(client: TestClient, field: dict[str, str]) -> None:
    assert send(client, CASES.encode(), **field).status_code == 400


def test_a_bad_assumption_is_said(client: TestClient) -> None:
    _, answer = finished(client, CASES.encode(), assume="MEX:nmna:2027-01-01")
    assert answer.status_code == 404 and "nmna" in answer.json()["asked"]


def test_more_rows_than_the_limit(client: TestClient, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(uploads, "ROWS", 3)
    assert "5 rows, more than 3" in send(client, CASES.encode()).text
    made = tmp_path / "many.parquet"
    duckdb.sql("SELECT 'COL' AS recipient FROM range(10)").write_parquet(str(made))
    assert "10 rows, more than 3" in send(client, made.read_bytes(), "many.parquet").text


def test_a_stream_without_end_is_cut_off(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(security.UPLOADS, "/screen", 2**20)
    host, port = site.removeprefix("http://").split(":")
    block = b"10000\r\n" + b"x" * 2**16 + b"\r\n"
    part = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\n'
    taken = 0
    with socket.create_connection((host, int(port)), timeout=10) as line:
        head = f"POST /screen HTTP/1.1\r\nHost: {host}\r\nContent-Type: multipart/form-data; boundary=b\r\n"
        line.sendall(f"{head}Transfer-Encoding: chunked\r\n\r\n{len(part):x}\r\n".encode() + part + b"\r\n")
        with contextlib.suppress(OSError):
            while taken < 2**31 and not select.select([line], [], [], 0)[0]:
                line.sendall(block)
                taken += len(block)
            assert b" 413 " in line.recv(1000).split(b"\r\n")[0]
    assert taken < 2**26


def test_the_columns_of_a_large_file_can_be_looked_at(client: TestClient) -> None:
    rows = "recipient,channel,total_usd,on\n" + "COL,fms,20000000,2023-05-01\n" * 4_000
    assert len(rows) > security.SMALL_BODY
    sent = client.post("/screen/columns", files={"file": ("many.csv", rows.encode())})
    assert sent.status_code == 303, sent.text


def test_a_length_beyond_the_limit_is_refused_unread(client: TestClient) -> None:
    headers = {"content-length": str(2**31), "content-type": "multipart/form-data; boundary=b"}
    answer = client.post("/screen", content=b"x", headers=headers)
    assert answer.status_code == 413 and "200 MB" in answer.text


def test_an_upload_that_stops_coming_is_given_up(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mnna.interfaces.http.security.PATIENCE", 0.3)
    host, port = site.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as line:
        head = f"POST /screen HTTP/1.1\r\nHost: {host}\r\nContent-Type: multipart/form-data; boundary=b\r\n"
        line.sendall(f"{head}Content-Length: 1000\r\n\r\n--b\r\n".encode())
        assert b"408" in line.recv(1000).split(b"\r\n")[0]


def test_a_key_cannot_be_guessed(client: TestClient) -> None:
    keys = {send(client, b"", "e.csv").status_code for _ in range(3)}
    assert keys == {400}
    for key in ("x", "%2e%2e", "%00", "a" * 300):
        assert client.get(f"/screen/{key}").status_code in (400, 404)


def test_others_are_answered_while_a_file_is_screened(client: TestClient) -> None:
    rows = "".join(f"COL,fms,{n},{n + 1},,2023-05-01\n" for n in range(15_000))
    sent = send(client, f"recipient,channel,mde_usd,total_usd,construction_usd,on\n{rows}".encode())
    place, meanwhile = sent.headers["location"], 0
    while client.get(f"{place}.json").status_code == 202:
        assert client.get("/countries/COL").status_code == 200
        meanwhile += client.get(f"{place}.json").status_code == 202
    assert client.get(f"{place}.json").json()["rows"] == 15_000 and meanwhile


def test_a_workbook_is_looked_at_changed_screened_and_returned(client: TestClient) -> None:
    """The way of the page: send, see the columns, change a drop-down, take the workbook back."""
    from mnna.screening.template import FILE, template

    got = client.get(f"/screen/{FILE}")
    assert (
        got.content[:2] == b"PK" and FILE in got.headers["content-disposition"] and FILE in client.get("/screen").text
    )
    sent = client.post("/screen/columns", files={"file": (FILE, template())})
    assert sent.status_code == 303, sent.text
    where = sent.headers["location"]
    for _ in range(600):
        if (looked := client.get(f"{where}.json")).status_code != 202:
            break
        time.sleep(0.1)
    columns = looked.json()["columns"]
    assert [one["role"] for one in columns] == [None, "recipient", "channel", "mde_usd", "total_usd",
                                                "construction_usd", "on"]  # fmt: skip
    assert "Read as" in client.get(where).text and "carried through" in client.get(where).text
    at = [one["column"] for one in columns].index("construction_usd")
    ran = client.post(f"{where}/run", data={f"role.{at}": "", "unit.4": "thousands", "unit.3": "thousands"})
    assert ran.status_code == 303, ran.text
    for _ in range(600):
        if (answer := client.get(f"{where}.json")).status_code != 202:
            break
        time.sleep(0.1)
    told = answer.json()
    assert told["rows"] == 2 and any("no column for" in one or "as you say" in one for one in told["columns"])
    page = client.get(where).text
    assert "--map construction_usd=" in page and "--unit" in page
    assert client.get(f"{where}/answers.xlsx").content[:2] == b"PK"
