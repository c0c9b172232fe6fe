"""A headless Firefox with the page, controlled by WebDriver BiDi, which Firefox supports natively."""

import itertools
import json
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time
import unittest

import websocket

from browser import Page, make_page


class Firefox:
    """A Firefox window."""

    def __init__(self, preferences):
        self.profile = tempfile.TemporaryDirectory()
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in preferences.items()]
        pathlib.Path(self.profile.name, "user.js").write_text("\n".join(lines), encoding="utf-8")
        with socket.socket() as one:
            one.bind(("127.0.0.1", 0))
            port = one.getsockname()[1]
        program = shutil.which("firefox-esr") or shutil.which("firefox")
        self.process = subprocess.Popen(
            [program, "--headless", "--no-remote", "--profile", self.profile.name,
             "--remote-debugging-port", str(port)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.numbers = itertools.count(1)
        self.socket = self.connect(f"ws://127.0.0.1:{port}/session")
        self.send("session.new", {"capabilities": {}})
        # The first tab never gets keyboard focus.
        self.window = {"context": self.send("browsingContext.create", {"type": "tab"})["context"]}
        self.send("browsingContext.activate", self.window)

    @staticmethod
    def connect(address):
        for _ in range(300):
            try:
                return websocket.create_connection(address, timeout=180, suppress_origin=True)
            except (ConnectionRefusedError, websocket.WebSocketException):
                time.sleep(0.2)
        raise TimeoutError("Firefox does not answer")

    def send(self, method, parameters):
        number = next(self.numbers)
        self.socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while (message := json.loads(self.socket.recv())).get("id") != number:
            pass
        if message["type"] == "error":
            raise RuntimeError(f"{message['error']}: {message['message']}")
        return message["result"]

    def get(self, address):
        self.send("browsingContext.navigate", {**self.window, "url": address, "wait": "complete"})

    def run_script(self, script, *arguments):
        call = f"(async function () {{ {script} }}).apply(null, {json.dumps(arguments)})"
        answer = self.send("script.evaluate", {
            "expression": f"{call}.then((value) => JSON.stringify(value ?? null))",
            "target": self.window, "awaitPromise": True, "userActivation": True})
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        return json.loads(answer["result"]["value"])

    def press(self, keys):
        codes = {"\n": "\ue006", "\t": "\ue004"}
        actions = [
            {"type": kind, "value": codes.get(key, key)} for key in keys for kind in ("keyDown", "keyUp")]
        self.send("input.performActions", {
            **self.window, "actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def quit(self):
        self.socket.close()
        self.process.terminate()
        self.process.wait(30)
        self.profile.cleanup()


class FirefoxTest(Page, unittest.TestCase):
    """Tests of the page in Firefox."""

    PREFERENCES = {}

    @classmethod
    def setUpClass(cls):
        make_page(cls)
        cls.driver = Firefox(cls.PREFERENCES)
        cls.addClassCleanup(cls.driver.quit)

    def look(self, width=1280, height=900, scheme="light"):
        """Sets the window size; Firefox cannot change the color scheme."""
        self.driver.send(
            "browsingContext.setViewport",
            {**self.driver.window, "viewport": {"width": width, "height": height}})

    def run_script(self, script, *arguments):
        return self.driver.run_script(script, *arguments)

    def press(self, keys):
        self.driver.press(keys)
