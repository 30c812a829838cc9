"""Programs of other makers on loopback that end with the test, and a recorder of what goes between them and us."""

import contextlib
import json
import pathlib
import select
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time

PEERS = pathlib.Path(__file__).resolve().parents[1] / "peers"


def free_port(kind=socket.SOCK_DGRAM):
    """A port that nobody has on any address of the loopback."""
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("0.0.0.0", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def running(command, word, seconds=20):
    """Runs a program until the block ends; gives what stands behind the word that its first line begins with."""
    process = subprocess.Popen([*map(str, command)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        ready, _, _ = select.select([process.stdout], [], [], seconds)
        line = process.stdout.readline() if ready else ""
        if not line.startswith(word):
            process.kill()
            raise OSError(f"'{command[1]}' does not start: {process.stderr.read()[-400:]}")
        yield line[len(word):].strip()
    finally:
        process.terminate()
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextlib.contextmanager
def simulator(script, **options):
    """A simulator of Scripts/peers, with options such as `max_apdu=480`; gives what it says of itself."""
    command = [sys.executable, PEERS / script, "--seconds", "100"]
    for name, value in options.items():
        command += ["--" + name.replace("_", "-")] + ([] if value is True else [value])
    with running(command, "READY") as told:
        yield json.loads(told)


@contextlib.contextmanager
def office(program, **options):
    """Our own simulated office; gives the places of its devices: {"bacnet": [(address, port)…], "modbus": […]}."""
    command = [program, "--seconds", 100, "--bacnet", f"127.0.0.20:{free_port()}", "--modbus",
               f"127.0.0.1:{free_port(socket.SOCK_STREAM)}"]
    for name, value in options.items():
        command += ["--" + name.replace("_", "-"), value]
    with running(command, "ready") as words:
        places = {"bacnet": [], "modbus": []}
        for kind, place in zip(words.split(), words.split()[1:]):
            if kind in places:
                places[kind].append((place.split(":")[0], int(place.split(":")[1])))
        yield places


@contextlib.contextmanager
def captured(port):
    """What tcpdump records of a port: a list that holds the file once the block has ended, `None` without tcpdump."""
    program = shutil.which("tcpdump")
    if not program:
        yield None
        return
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "port.pcap"
        # Each packet is written at once; the buffer holds what comes meanwhile.
        process = subprocess.Popen(
            [program, "--immediate-mode", "-i", "lo", "-U", "-B", "16384", "-Z", "root", "-w", path, "udp", "port",
             str(port)],
            stderr=subprocess.PIPE, text=True)
        ready, _, _ = select.select([process.stderr], [], [], 5)
        # It says that it listens, or why it cannot.
        listens = bool(ready) and "listening" in process.stderr.readline()
        recording = []
        try:
            yield recording if listens else None
            time.sleep(0.5)
        finally:
            process.terminate()
            process.wait()
        if listens:
            recording.append(path.read_bytes())


class Recorder:
    """Stands between a client and a device, passes everything on, and keeps what went by.

    `packets` holds (time, source, destination, octets) with addresses as the client saw them.
    """

    def __init__(self):
        self.packets = []
        self.stopped = False
        self.thread = threading.Thread(target=self.run, daemon=True)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.stopped = True
        self.thread.join(5)
        self.close()

    def keep(self, source, destination, octets):
        self.packets.append((time.time(), source, destination, octets))

    def sent(self):
        """What the client sent."""
        return [octets for _, _, destination, octets in self.packets if destination == self.address]


class DatagramRecorder(Recorder):
    """Passes datagrams on to a device, each client by a socket of its own."""

    def __init__(self, address, device):
        super().__init__()
        self.device = device
        self.front = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.front.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 20)
        self.front.bind((address, 0))
        self.address = self.front.getsockname()
        self.clients = {}

    def run(self):
        while not self.stopped:
            backs = {back: client for client, back in self.clients.items()}
            for ready in select.select([self.front, *backs], [], [], 0.05)[0]:
                octets, source = ready.recvfrom(1 << 16)
                if ready is self.front:
                    self.keep(source, self.address, octets)
                    self.back(source).sendto(octets, self.device)
                else:
                    self.keep(self.address, backs[ready], octets)
                    self.front.sendto(octets, backs[ready])

    def back(self, client):
        if client not in self.clients:
            self.clients[client] = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            self.clients[client].bind(("127.0.0.1", 0))
        return self.clients[client]

    def close(self):
        for link in [self.front, *self.clients.values()]:
            link.close()


class StreamRecorder(Recorder):
    """Passes the octets of connections on to a device."""

    def __init__(self, address, device):
        super().__init__()
        self.device = device
        self.listener = socket.create_server((address, 0))
        self.address = self.listener.getsockname()
        self.pairs = {}

    def run(self):
        while not self.stopped:
            for ready in select.select([self.listener, *self.pairs], [], [], 0.05)[0]:
                if ready is self.listener:
                    front, client = self.listener.accept()
                    back = socket.create_connection(self.device, 5)
                    self.pairs[front] = (back, client, self.address)
                    self.pairs[back] = (front, self.address, client)
                elif ready in self.pairs:
                    self.pass_on(ready)

    def pass_on(self, ready):
        other, source, destination = self.pairs[ready]
        octets = ready.recv(1 << 16)
        if octets:
            self.keep(source, destination, octets)
            other.sendall(octets)
        else:
            for link in (ready, other):
                self.pairs.pop(link, None)
                link.close()

    def close(self):
        for link in [self.listener, *self.pairs]:
            link.close()


def capture(packets):
    """Datagrams as a file of tcpdump: pcap 2.4 with packets of the internet protocol (link type 101)."""
    octets = struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 1 << 16, 101)
    for moment, (source, from_port), (destination, to_port), body in packets:
        addresses = socket.inet_aton(source) + socket.inet_aton(destination)
        header = struct.pack(">BBHHHBBH", 0x45, 0, 28 + len(body), 0, 0, 64, 17, 0) + addresses
        packet = header + struct.pack(">HHHH", from_port, to_port, 8 + len(body), 0) + body
        octets += struct.pack("<IIII", int(moment), int(moment % 1 * 1e6), len(packet), len(packet)) + packet
    return octets


READING_SERVICES = {12: "read-property", 14: "read-property-multiple", 26: "read-range"}
ASKING_SERVICES = {7: "who-has", 8: "who-is"}
READING_FUNCTIONS = {1, 2, 3, 4, 7, 11, 12, 17, 20, 24, 43}


def bacnet_service(datagram):
    """What a datagram asks for, told from the octets alone (ANSI/ASHRAE 135, annex J.2, clauses 6.2 and 20.1)."""
    if datagram[0] != 0x81 or datagram[1] not in (0x0A, 0x0B):
        return f"link function {datagram[1]}"
    place, control = 6, datagram[5]
    if control & 0x80:
        return "network message"
    if control & 0x20:
        place += 3 + datagram[place + 2]
    if control & 0x08:
        place += 3 + datagram[place + 2]
    if control & 0x20:
        place += 1
    kind = datagram[place] >> 4
    if kind == 0:
        number = datagram[place + (5 if datagram[place] & 8 else 3)]
        return READING_SERVICES.get(number, f"confirmed service {number}")
    if kind == 1:
        return ASKING_SERVICES.get(datagram[place + 1], f"unconfirmed service {datagram[place + 1]}")
    return {4: "segment-ack", 7: "abort"}.get(kind, f"message of type {kind}")


def modbus_functions(stream):
    """The functions of the requests in the octets of connections (Modbus messaging on TCP/IP V1.0b, 3.1.3)."""
    place, functions = 0, []
    while place + 8 <= len(stream):
        functions.append(stream[place + 7])
        place += 6 + int.from_bytes(stream[place + 4:place + 6], "big")
    return functions


def assert_only_reads(recorder, kind):
    """Nothing but reading left the client; gives how often it asked for what."""
    allowed = set(READING_SERVICES.values()) | set(ASKING_SERVICES.values()) | {"segment-ack", "abort"}
    if kind == "bacnet":
        asked = [bacnet_service(octets) for octets in recorder.sent()]
        wrong = [service for service in asked if service not in allowed]
    else:
        asked = [f"function {number}" for number in modbus_functions(b"".join(recorder.sent()))]
        wrong = [name for name in asked if int(name.split()[1]) not in READING_FUNCTIONS]
    assert asked, "nothing was recorded"
    assert not wrong, f"something that does not read left the client: {wrong[:5]}"
    return {name: asked.count(name) for name in sorted(set(asked))}
