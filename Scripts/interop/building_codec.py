"""Messages that bacpypes3 and pymodbus make: `decode` reads the same in them and writes the same octets."""

import json
import math
import pathlib
import random
import struct
import subprocess
import tempfile

SEED = 20261121


def decoded(program, form, lines, direction="either"):
    """What the collector says of messages, one for each line."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "messages.hex"
        path.write_text("".join(f"{octets.hex()}\n" for octets in lines), encoding="ascii")
        run = subprocess.run(
            [program, "collect", "smart-building/decode", "--protocol", form, "--direction", direction, "--file", path],
            capture_output=True, text=True, timeout=60)
    rows = [json.loads(line) for line in run.stdout.splitlines() if line.startswith("{")]
    assert len(rows) == len(lines), (form, len(rows), len(lines), run.stderr)
    return rows


def compare(program, form, messages, direction="either"):
    """Every message is read with the fields expected of it and written back; gives how many there were."""
    rows = decoded(program, form, [octets for octets, _ in messages], direction)
    for (octets, expected), row in zip(messages, rows):
        assert row.get("reencoded") == octets.hex(), (form, row)
        part = row["decoded"].get("apdu") or row["decoded"].get("pdu") or row["decoded"]
        for key, value in expected.items():
            assert same(part.get(key), value), (key, value, row)
    return len(messages)


def same(found, wanted):
    """Whether two trees are equal, numbers as far as their 32 bits reach."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        return wanted.keys() == found.keys() and all(same(found[key], wanted[key]) for key in wanted)
    if isinstance(wanted, list) and isinstance(found, list):
        return len(wanted) == len(found) and all(map(same, found, wanted))
    if isinstance(wanted, float) and isinstance(found, (int, float)):
        return math.isclose(found, wanted, rel_tol=1e-6)
    return found == wanted and type(found) is type(wanted)


class BACnetMessages:
    """Messages of BACnet at random, with what should be read in them."""

    TYPES = ["analog-input", "analog-value", "binary-output", "multi-state-value", "device", "schedule", "loop"]
    PROPERTIES = ["present-value", "object-name", "units", "status-flags", "priority-array", "description"]

    def __init__(self, count):
        self.random = random.Random(SEED)
        makers = [self.read_property, self.read_property_ack, self.read_multiple, self.read_multiple_ack, self.write,
                  self.who_is, self.i_am, self.who_has, self.i_have, self.subscribe, self.notification, self.error,
                  self.reject, self.abort]
        self.messages = [makers[number % len(makers)](number % 256) for number in range(count)]

    def octets(self, apdu, invoke=0):
        from bacpypes3.apdu import APCISequence
        apdu.apduInvokeID, apdu.apduSeg, apdu.apduMor, apdu.apduSA = invoke, False, False, True
        apdu.apduMaxSegs, apdu.apduMaxResp = 6, 5
        header = apdu.encode() if isinstance(apdu, APCISequence) else apdu
        return bytes(header.encode().pduData)

    def object(self):
        from bacpypes3.primitivedata import ObjectIdentifier
        name, number = self.random.choice(self.TYPES), self.random.randrange(1 << 22)
        return ObjectIdentifier((name, number)), f"{name},{number}"

    def property(self):
        from bacpypes3.basetypes import PropertyIdentifier
        name = self.random.choice(self.PROPERTIES)
        index = self.random.choice([None, None, self.random.randrange(300)])
        fields = {"property": name} | ({} if index is None else {"index": index})
        return PropertyIdentifier(name), index, fields

    def value(self):
        from bacpypes3.constructeddata import Any
        from bacpypes3.primitivedata import (
            BitString, Boolean, CharacterString, Date, Double, Enumerated, Integer, Null, ObjectIdentifier,
            OctetString, Real, Time, Unsigned)
        pick, kind = self.random, self.random.randrange(11)
        if kind == 0:
            return Any(Null(())), {"null": None}
        if kind == 1:
            flag = pick.random() < 0.5
            return Any(Boolean(flag)), {"boolean": flag}
        if kind == 2:
            number = pick.choice([0, 255, 256, 65_535, 65_536, 1 << 24, (1 << 32) - 1])
            return Any(Unsigned(number)), {"unsigned": number}
        if kind == 3:
            number = pick.choice([0, -1, 127, 128, -128, -129, 32_767, -32_769, 1 << 23, -(1 << 31)])
            return Any(Integer(number)), {"signed": number}
        if kind == 4:
            number = struct.unpack(">f", struct.pack(">f", pick.uniform(-1e6, 1e6)))[0]
            return Any(Real(number)), {"real": number}
        if kind == 5:
            number = pick.uniform(-1e12, 1e12)
            return Any(Double(number)), {"double": number}
        if kind == 6:
            octets = pick.randbytes(pick.randrange(300))
            return Any(OctetString(octets)), {"octet-string": octets.hex()}
        if kind == 7:
            text = "".join(pick.choice("AHU-1 Zuluft °C µ漢") for _ in range(pick.randrange(80)))
            return Any(CharacterString(text)), {"character-string": text}
        if kind == 8:
            number = pick.choice([0, 62, 255, 256, 1 << 20])
            return Any(Enumerated(number)), {"enumerated": number}
        if kind == 9:
            thing, name = self.object()
            return Any(thing), {"object-identifier": name}
        return Any(Time((pick.randrange(24), pick.randrange(60), pick.randrange(60), pick.randrange(100)))), None

    def read_property(self, invoke):
        from bacpypes3.apdu import ReadPropertyRequest
        thing, name = self.object()
        prop, index, fields = self.property()
        apdu = ReadPropertyRequest(objectIdentifier=thing, propertyIdentifier=prop, propertyArrayIndex=index)
        return self.octets(apdu, invoke), {
            "type": "confirmed-request", "service": "read-property", "invoke-id": invoke, "object": name} | fields

    def read_property_ack(self, invoke):
        from bacpypes3.apdu import ReadPropertyACK
        thing, name = self.object()
        prop, index, fields = self.property()
        value, shown = self.value()
        apdu = ReadPropertyACK(objectIdentifier=thing, propertyIdentifier=prop, propertyArrayIndex=index,
                               propertyValue=value)
        wanted = {"type": "complex-ack", "service": "read-property", "object": name} | fields
        return self.octets(apdu, invoke), wanted | ({"values": [shown]} if shown else {})

    def read_multiple(self, invoke):
        from bacpypes3.apdu import ReadPropertyMultipleRequest
        from bacpypes3.basetypes import PropertyReference, ReadAccessSpecification
        parts, wanted = [], []
        for _ in range(self.random.randrange(1, 6)):
            thing, name = self.object()
            properties = [self.property() for _ in range(self.random.randrange(1, 5))]
            parts.append(ReadAccessSpecification(
                objectIdentifier=thing,
                listOfPropertyReferences=[
                    PropertyReference(propertyIdentifier=prop, propertyArrayIndex=index)
                    for prop, index, _ in properties]))
            wanted.append({"object": name, "properties": [fields for _, _, fields in properties]})
        return self.octets(ReadPropertyMultipleRequest(listOfReadAccessSpecs=parts), invoke), {
            "type": "confirmed-request", "service": "read-property-multiple", "specifications": wanted}

    def read_multiple_ack(self, invoke):
        from bacpypes3.apdu import ReadPropertyMultipleACK
        from bacpypes3.basetypes import (
            ErrorType, ReadAccessResult, ReadAccessResultElement, ReadAccessResultElementChoice)
        parts, wanted = [], []
        for _ in range(self.random.randrange(1, 5)):
            thing, name = self.object()
            elements, shown = [], []
            for _ in range(self.random.randrange(1, 4)):
                prop, index, fields = self.property()
                value, text = self.value()
                if text is None:
                    result = ReadAccessResultElementChoice(propertyAccessError=ErrorType(
                        errorClass="property", errorCode="unknown-property"))
                    told = {"error": {"error-class": "property", "error-code": "unknown-property"}}
                else:
                    result, told = ReadAccessResultElementChoice(propertyValue=value), {"values": [text]}
                elements.append(ReadAccessResultElement(
                    propertyIdentifier=prop, propertyArrayIndex=index, readResult=result))
                shown.append(fields | told)
            parts.append(ReadAccessResult(objectIdentifier=thing, listOfResults=elements))
            wanted.append({"object": name, "properties": shown})
        return self.octets(ReadPropertyMultipleACK(listOfReadAccessResults=parts), invoke), {
            "type": "complex-ack", "service": "read-property-multiple", "results": wanted}

    def write(self, invoke):
        from bacpypes3.apdu import WritePropertyRequest
        thing, name = self.object()
        prop, index, fields = self.property()
        value, shown = self.value()
        priority = self.random.randrange(6, 17)
        apdu = WritePropertyRequest(objectIdentifier=thing, propertyIdentifier=prop, propertyArrayIndex=index,
                                    propertyValue=value, priority=priority)
        wanted = {"type": "confirmed-request", "service": "write-property", "object": name}
        if shown:
            wanted["value"] = fields | {"values": [shown], "priority": priority}
        return self.octets(apdu, invoke), wanted

    def who_is(self, _):
        from bacpypes3.apdu import WhoIsRequest
        low = self.random.randrange(1 << 21)
        high = low + self.random.randrange(1 << 20)
        return self.octets(WhoIsRequest(deviceInstanceRangeLowLimit=low, deviceInstanceRangeHighLimit=high)), {
            "type": "unconfirmed-request", "service": "who-is", "low": low, "high": high}

    def i_am(self, _):
        from bacpypes3.apdu import IAmRequest
        from bacpypes3.primitivedata import ObjectIdentifier
        number, vendor = self.random.randrange(1 << 22), self.random.randrange(2_000)
        size = self.random.choice([50, 128, 206, 480, 1024, 1476])
        apdu = IAmRequest(iAmDeviceIdentifier=ObjectIdentifier(("device", number)), maxAPDULengthAccepted=size,
                          segmentationSupported="segmented-both", vendorID=vendor)
        return self.octets(apdu), {"service": "i-am", "device": f"device,{number}", "max-apdu": size, "vendor": vendor,
                                   "segmentation": "segmented-both"}

    def who_has(self, _):
        from bacpypes3.apdu import WhoHasLimits, WhoHasObject, WhoHasRequest
        thing, name = self.object()
        if self.random.random() < 0.5:
            return self.octets(WhoHasRequest(object=WhoHasObject(objectIdentifier=thing))), {
                "service": "who-has", "object": name}
        limits = WhoHasLimits(deviceInstanceRangeLowLimit=1, deviceInstanceRangeHighLimit=9)
        apdu = WhoHasRequest(limits=limits, object=WhoHasObject(objectName="AHU-1/SAT"))
        return self.octets(apdu), {"service": "who-has", "name": "AHU-1/SAT", "low": 1, "high": 9}

    def i_have(self, _):
        from bacpypes3.apdu import IHaveRequest
        from bacpypes3.primitivedata import ObjectIdentifier
        thing, name = self.object()
        number = self.random.randrange(1 << 22)
        apdu = IHaveRequest(deviceIdentifier=ObjectIdentifier(("device", number)), objectIdentifier=thing,
                            objectName="Zuluft °C")
        return self.octets(apdu), {
            "service": "i-have", "device": f"device,{number}", "object": name, "name": "Zuluft °C"}

    def subscribe(self, invoke):
        from bacpypes3.apdu import SubscribeCOVRequest
        thing, name = self.object()
        process, life = self.random.randrange(1 << 32), self.random.randrange(86_400)
        apdu = SubscribeCOVRequest(subscriberProcessIdentifier=process, monitoredObjectIdentifier=thing,
                                   issueConfirmedNotifications=False, lifetime=life)
        return self.octets(apdu, invoke), {
            "service": "subscribe-cov", "process": process, "object": name, "confirmed": False, "lifetime": life}

    def notification(self, _):
        from bacpypes3.apdu import UnconfirmedCOVNotificationRequest
        from bacpypes3.basetypes import PropertyIdentifier, PropertyValue
        from bacpypes3.constructeddata import Any
        from bacpypes3.primitivedata import ObjectIdentifier, Real
        thing, name = self.object()
        number = self.random.randrange(1 << 22)
        apdu = UnconfirmedCOVNotificationRequest(
            subscriberProcessIdentifier=3, initiatingDeviceIdentifier=ObjectIdentifier(("device", number)),
            monitoredObjectIdentifier=thing, timeRemaining=60,
            listOfValues=[PropertyValue(
                propertyIdentifier=PropertyIdentifier("present-value"), value=Any(Real(21.5)))])
        return self.octets(apdu), {
            "service": "unconfirmed-cov-notification", "process": 3, "device": f"device,{number}", "object": name,
            "time-remaining": 60, "values": [{"property": "present-value", "values": [{"real": 21.5}]}]}

    def error(self, invoke):
        from bacpypes3.apdu import Error
        apdu = Error(service_choice=12, errorClass="object", errorCode="unknown-object", context=None)
        return self.octets(apdu, invoke), {
            "type": "error", "invoke-id": invoke, "service": "read-property",
            "error": {"error-class": "object", "error-code": "unknown-object"}}

    def reject(self, invoke):
        from bacpypes3.apdu import RejectPDU
        return self.octets(RejectPDU(reason=9), invoke), {
            "type": "reject", "invoke-id": invoke, "reason": "unrecognized-service"}

    def abort(self, invoke):
        from bacpypes3.apdu import AbortPDU
        return self.octets(AbortPDU(srv=True, reason=4), invoke), {
            "type": "abort", "invoke-id": invoke, "server": True, "reason": "segmentation-not-supported"}


def bacnet(program, count=560):
    count = compare(program, "bacnet", BACnetMessages(count).messages)
    return f"{count} are read as they were made, and written with the same octets"


class ModbusMessages:
    """Messages of Modbus at random as a client or a server sends them, with what should be read in them."""

    FORMS = {"modbus-tcp": "FramerSocket", "modbus-rtu": "FramerRTU", "modbus-ascii": "FramerAscii"}

    def __init__(self, form, count):
        from pymodbus import framer
        from pymodbus.pdu import DecodePDU
        self.random = random.Random(f"{SEED} {form}")
        self.framer = getattr(framer, self.FORMS[form])
        requests = [self.read, self.coil, self.register, self.coils, self.registers, self.mask, self.exchange]
        responses = [self.bits, self.words, self.refusal, self.masked, self.identification, self.written]
        client, server = self.framer(DecodePDU(False)), self.framer(DecodePDU(True))
        self.requests = [self.framed(client, requests[number % 7]()) for number in range(count)]
        self.responses = [self.framed(server, responses[number % 6]()) for number in range(count)]

    def framed(self, framer, message):
        pdu, wanted = message
        pdu.transaction_id, pdu.dev_id = self.random.randrange(1 << 16), self.random.randrange(1, 248)
        return framer.buildFrame(pdu), wanted

    def word(self):
        return self.random.randrange(1 << 16)

    def words_list(self, most):
        return [self.word() for _ in range(self.random.randrange(1, most))]

    def read(self):
        from pymodbus.pdu import bit_message, register_message
        makers = [(bit_message.ReadCoilsRequest, 1), (bit_message.ReadDiscreteInputsRequest, 2),
                  (register_message.ReadHoldingRegistersRequest, 3), (register_message.ReadInputRegistersRequest, 4)]
        maker, code = self.random.choice(makers)
        address, count = self.random.randrange(65_000), self.random.randrange(1, 125)
        return maker(address=address, count=count), {
            "kind": "request", "code": code, "address": address, "quantity": count}

    def coil(self):
        from pymodbus.pdu.bit_message import WriteSingleCoilRequest
        address, flag = self.word(), self.random.random() < 0.5
        return WriteSingleCoilRequest(address=address, bits=[flag]), {"code": 5, "address": address, "value": flag}

    def register(self):
        from pymodbus.pdu.register_message import WriteSingleRegisterRequest
        address, value = self.word(), self.word()
        return WriteSingleRegisterRequest(address=address, registers=[value]), {
            "code": 6, "address": address, "value": value}

    def coils(self):
        from pymodbus.pdu.bit_message import WriteMultipleCoilsRequest
        bits = [self.random.random() < 0.5 for _ in range(self.random.randrange(1, 60))]
        return WriteMultipleCoilsRequest(address=7, bits=list(bits)), {
            "code": 15, "address": 7, "quantity": len(bits), "values": bits}

    def registers(self):
        from pymodbus.pdu.register_message import WriteMultipleRegistersRequest
        words = self.words_list(124)
        return WriteMultipleRegistersRequest(address=300, registers=words), {
            "code": 16, "address": 300, "quantity": len(words), "registers": words}

    def mask(self):
        from pymodbus.pdu.register_message import MaskWriteRegisterRequest
        keep, put = self.word(), self.word()
        return MaskWriteRegisterRequest(address=4, and_mask=keep, or_mask=put), {
            "code": 22, "address": 4, "and": keep, "or": put}

    def exchange(self):
        from pymodbus.pdu.register_message import ReadWriteMultipleRegistersRequest
        words = self.words_list(60)
        pdu = ReadWriteMultipleRegistersRequest(
            read_address=1, read_count=9, write_address=2, write_registers=words)
        return pdu, {"code": 23, "read": {"address": 1, "quantity": 9},
                     "write": {"address": 2, "quantity": len(words), "registers": words}}

    def bits(self):
        from pymodbus.pdu.bit_message import ReadCoilsResponse
        bits = [self.random.random() < 0.5 for _ in range(8 * self.random.randrange(1, 30))]
        return ReadCoilsResponse(bits=list(bits)), {"kind": "response", "code": 1, "values": bits}

    def words(self):
        from pymodbus.pdu.register_message import ReadHoldingRegistersResponse, ReadInputRegistersResponse
        maker, code = self.random.choice([(ReadHoldingRegistersResponse, 3), (ReadInputRegistersResponse, 4)])
        words = self.words_list(126)
        return maker(registers=words), {"kind": "response", "code": code, "registers": words}

    def refusal(self):
        from pymodbus.pdu import ExceptionResponse
        code = self.random.choice([1, 2, 3, 4, 5, 6, 15, 16, 22, 23])
        reason = self.random.choice([1, 2, 3, 4, 6, 10, 11])
        return ExceptionResponse(code, exception_code=reason), {"kind": "exception", "code": code}

    def masked(self):
        from pymodbus.pdu.register_message import MaskWriteRegisterResponse
        return MaskWriteRegisterResponse(address=4, and_mask=0xF2, or_mask=0x25), {
            "code": 22, "address": 4, "and": 0xF2, "or": 0x25}

    def identification(self):
        from pymodbus.pdu.mei_message import ReadDeviceInformationResponse
        texts = {0: b"Loopback", 1: b"SIM-1", 2: b"1.0"}
        return ReadDeviceInformationResponse(read_code=1, information=dict(texts)), {
            "code": 43, "moreFollows": False,
            "objects": [{"id": number, "name": name, "value": texts[number].decode()} for number, name in
                        enumerate(["vendor-name", "product-code", "major-minor-revision"])]}

    def written(self):
        from pymodbus.pdu.register_message import WriteMultipleRegistersResponse
        return WriteMultipleRegistersResponse(address=9, count=12), {"code": 16, "address": 9, "quantity": 12}


def modbus(program, count=140):
    total = 0
    for form in ModbusMessages.FORMS:
        messages = ModbusMessages(form, count)
        total += compare(program, form, messages.requests, "request")
        total += compare(program, form, messages.responses, "response")
    return f"{total} are read as they were made, and written with the same octets"
