"""A chat window made with Chromium: a page with one textarea, reported at each change.

    python -m tests.e2e.stage.browser_target --socket PATH --title T --profile DIR

The page stamps each change itself (`performance.now()`, CLOCK_MONOTONIC with a zero of its own)
and posts it to this program over loopback afterwards, so that reporting costs the paste nothing.
The zero is found from a few posts at the start; the error makes a change look up to one post
(about a millisecond) later than it was, never earlier.
"""

from __future__ import annotations

import argparse
import html
import json
import queue
import subprocess
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.e2e.stage.link import Link

TICKS = 12
PAGE = """<!doctype html><meta charset="utf-8"><title>%s</title>
<style>textarea { width: 95vw; height: 80vh; font: 16px sans-serif }</style>
<textarea autofocus></textarea>
<script>
const area = document.querySelector("textarea");
let line = Promise.resolve();
const post = (said) => {
  line = line.then(() => fetch("/said", {method: "POST", body: JSON.stringify(said)}));
  return line;
};
addEventListener("keydown", () => post({event: "key", at: performance.now()}), {once: true});
area.addEventListener("input", () =>
  post({event: "text", at: performance.now(), text: area.value}));
const orders = new EventSource("/orders");
orders.onmessage = (order) => {
  area.value = JSON.parse(order.data).text || "";
  area.focus();
  post({event: "cleared", at: performance.now()});
};
orders.onopen = async () => {
  for (let tick = 0; tick < %d; tick++) await post({event: "tick", at: performance.now()});
  post({event: "ready", at: performance.now()});
};
</script>
"""
CHROMIUM = (
    "chromium", "--no-sandbox", "--no-first-run", "--no-default-browser-check", "--disable-gpu",
    "--password-store=basic", "--disable-sync", "--disable-background-networking",
    "--disable-component-update", "--disable-extensions", "--disable-default-apps",
    "--disable-dev-shm-usage", "--ozone-platform=x11", "--window-size=520,260",
    "--disable-features=Translate,MediaRouter,OptimizationHints,DialMediaRouteProvider",
)  # fmt: skip


class Page:
    """What the page says, put on CLOCK_MONOTONIC and passed on."""

    def __init__(self, link: Link, title: str) -> None:
        self.source = PAGE % (html.escape(title), TICKS)
        self.orders: queue.Queue[str] = queue.Queue()
        self._link = link
        self._zero: int | None = None

    def hear(self, said: dict[str, Any]) -> None:
        """Pass on an event, or take a tick as one measure of the page's zero."""
        here = time.monotonic_ns() - round(said["at"] * 1e6)
        self._zero = here if self._zero is None else min(here, self._zero)
        if said["event"] != "tick":
            moment = self._zero + round(said.pop("at") * 1e6)
            self._link.tell(said.pop("event"), ns=moment, **said)


def handler_of(page: Page) -> type[BaseHTTPRequestHandler]:
    """The three addresses of the page's server."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            if self.path == "/orders":
                self._stream()
            else:
                known = self.path == "/"
                self._reply(200 if known else 404, page.source.encode() if known else b"")

        def do_POST(self) -> None:
            page.hear(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self._reply(204, b"")

        def log_message(self, *_: object) -> None:
            """Nothing: the page's text is the test's business."""

        def _reply(self, status: int, body: bytes) -> None:
            self.send_response(status)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def _stream(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            self.wfile.flush()
            while True:
                self.wfile.write(f"data: {page.orders.get()}\n\n".encode())
                self.wfile.flush()

    return Handler


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--socket", required=True)
    parser.add_argument("--title", required=True)
    parser.add_argument("--profile", required=True)
    options = parser.parse_args()
    link = Link(options.socket)
    page = Page(link, options.title)
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(page))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    address = f"http://127.0.0.1:{server.server_address[1]}/"
    browser = subprocess.Popen(
        [*CHROMIUM, f"--user-data-dir={options.profile}", f"--app={address}"]
    )
    try:
        for order in link.all_orders():
            page.orders.put(json.dumps(order))
    finally:
        browser.terminate()
        browser.wait(timeout=10)


if __name__ == "__main__":
    main()
