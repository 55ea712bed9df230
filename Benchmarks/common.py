"""What several of the benchmarks need: a listener, lookers on terminals, and the load of wrk."""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import threading
import time
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
TERMINAL = {"TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8"}


def megabytes(pid, key="VmRSS"):
    """Memory of a process by a line of its status."""
    with open(f"/proc/{pid}/status") as status:
        return int(re.search(rf"{key}:\s+(\d+)", status.read()).group(1)) / 1_024


def descriptors(pid):
    return len(os.listdir(f"/proc/{pid}/fd"))


def processor(pid):
    """Seconds of processor time of a process so far."""
    with open(f"/proc/{pid}/stat") as stat:
        fields = stat.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def spawn(arguments, environment, columns, rows):
    """A program on a terminal of its own: its process id, and the terminal's other side."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvpe(arguments[0], arguments, environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    os.kill(pid, signal.SIGWINCH)
    return pid, terminal


class Listener:
    """`sendtop listen` on a ledger, until its end."""

    def __init__(self, binary, folder, port):
        self.ledger = os.path.join(folder, "ledger.sqlite")
        self.url = f"http://127.0.0.1:{port}"
        self.binary = binary
        self.environment = dict(os.environ, HOME=folder, XDG_STATE_HOME=folder, XDG_CONFIG_HOME=folder)
        self.process = subprocess.Popen(
            [binary, "listen", "--listen", f"127.0.0.1:{port}", "--ledger", self.ledger],
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=open(os.path.join(folder, "listen.log"), "w"),
        )
        self.pid = self.process.pid
        self.ready(60)

    def ready(self, patience):
        end = time.monotonic() + patience
        while True:
            try:
                with urllib.request.urlopen(self.url + "/readyz"):
                    return
            except OSError:
                if time.monotonic() > end or self.process.poll() is not None:
                    raise
                time.sleep(0.01)

    def info(self, field):
        """A number of `ledger info`."""
        command = [self.binary, "ledger", "info", "--format", "json", "--ledger", self.ledger]
        text = subprocess.run(command, env=self.environment, stdout=subprocess.PIPE, check=True, text=True).stdout
        return int(re.search(rf'"{field}":(-?\d+)', text).group(1))

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait()


class Looker:
    """`sendtop watch` beside the listener, on a terminal of its own that is always read."""

    def __init__(self, listener, columns=160, rows=45):
        environment = dict(listener.environment, **TERMINAL)
        self.bytes = 0
        command = [listener.binary, "watch", "--ledger", listener.ledger]
        self.pid, self.master = spawn(command, environment, columns, rows)
        self.thread = threading.Thread(target=self.drain, daemon=True)
        self.thread.start()

    def drain(self):
        while True:
            select.select([self.master], [], [])
            try:
                self.bytes += len(os.read(self.master, 1 << 16))
            except OSError:
                return

    def end(self):
        os.write(self.master, b"q")
        return os.waitstatus_to_exitcode(os.waitpid(self.pid, 0)[1])


def load(url, seconds, connections=64, size=0, pause=0):
    """Postbacks by wrk: how many a second, how many in all, and the 99th percentile in milliseconds."""
    command = ["wrk", "-t2", f"-c{connections}", f"-d{seconds}s", "--latency"]
    command += ["-s", os.path.join(HERE, "postback.lua"), url + "/postback", "--", str(size), str(pause)]
    text = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True).stdout
    if "Non-2xx" in text or "Socket errors" in text:
        raise RuntimeError(text)
    value, unit = re.search(r"99%\s+([\d.]+)(us|ms|s)", text).groups()
    return (
        float(re.search(r"Requests/sec:\s+([\d.]+)", text).group(1)),
        int(re.search(r"(\d+) requests in", text).group(1)),
        float(value) * {"us": 0.001, "ms": 1, "s": 1_000}[unit],
    )
