#!/usr/bin/env python3
"""Times two process engines on as many transitions as PhaseLoomBenchmarks runs, without evidence, waivers or a log.

Prints JSON: microseconds by measurement. `engage/standard` is the package `transitions`, a state machine of eight gated
states; `engage/rework` is SpiffWorkflow, a BPMN process of eight tasks and gates that goes back twice. Both take
whatever steps they have until the number of transitions is reached, so that the figures compare rates.
usage: process_engines.py [--quick]
"""
import io
import json
import statistics
import sys
import time

# The events of one engagement: what the table of PhaseLoomBenchmarks prints as transitions.
STANDARD, REWORK = 45, 65


def machine_rate(cases):
    from transitions import Machine

    class Case:
        def is_met(self):
            return True

    states = [f"phase{n}" for n in range(9)]
    steps = [
        {"trigger": "step", "source": one, "dest": other, "conditions": "is_met"}
        for one, other in zip(states, states[1:])
    ]
    machine = Machine(model=None, states=states, transitions=steps, initial=states[0], auto_transitions=False)
    count, clock = 0, time.perf_counter()
    for _ in range(cases):
        case = Case()
        machine.add_model(case)
        while case.state != states[-1]:
            case.step()
            count += 1
        machine.remove_model(case)
    return count / (time.perf_counter() - clock)


def process():
    """A process in BPMN 2.0: task n, then a gate; the sixth gate goes back to the fourth task twice."""
    nodes, flows = ['<startEvent id="start"/>'], [("start", "task0", None)]
    for n in range(8):
        nodes.append(f'<scriptTask id="task{n}"><script>done = {n}</script></scriptTask>')
        following = f"task{n + 1}" if n < 7 else "end"
        default = f' default="gate{n}-{following}"'
        nodes.append(f'<exclusiveGateway id="gate{n}"{default}/>')
        flows += [(f"task{n}", f"gate{n}", None), (f"gate{n}", following, None)]
    nodes.append('<scriptTask id="count"><script>rounds = rounds + 1</script></scriptTask><endEvent id="end"/>')
    flows += [("gate5", "count", "rounds &lt; 2"), ("count", "task3", None)]
    lines = []
    for one, other, condition in flows:
        inner = f"<conditionExpression>{condition}</conditionExpression>" if condition else ""
        lines.append(f'<sequenceFlow id="{one}-{other}" sourceRef="{one}" targetRef="{other}">{inner}</sequenceFlow>')
    body = "".join(nodes + lines)
    return (
        '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:d">'
        f'<process id="delivery" isExecutable="true">{body}</process></definitions>'
    )


def workflow_rate(cases):
    from lxml import etree
    from SpiffWorkflow.bpmn.parser import BpmnParser
    from SpiffWorkflow.bpmn.workflow import BpmnWorkflow
    from SpiffWorkflow.util.task import TaskState

    parser = BpmnParser()
    parser.add_bpmn_xml(etree.parse(io.BytesIO(process().encode())), filename="delivery.bpmn")
    specification, parts = parser.get_spec("delivery"), parser.get_subprocess_specs("delivery")
    count, clock = 0, time.perf_counter()
    for _ in range(cases):
        workflow = BpmnWorkflow(specification, parts)
        for task in workflow.get_tasks(state=TaskState.READY):
            task.data["rounds"] = 0
        workflow.do_engine_steps()
        if not workflow.is_completed():
            sys.exit("SpiffWorkflow did not come to the end: its time says nothing")
        count += len(workflow.get_tasks(state=TaskState.COMPLETED))
    return count / (time.perf_counter() - clock)


if __name__ == "__main__":
    rounds = 3 if "--quick" in sys.argv else 7
    results = {}
    for name, transitions, rate, cases in [
        ("engage/standard", STANDARD, machine_rate, 2000), ("engage/rework", REWORK, workflow_rate, 50),
    ]:
        try:
            results[name] = 1e6 * transitions / statistics.median(rate(cases) for _ in range(rounds))
        except ImportError as error:
            print(f"{name}: {error}", file=sys.stderr)
    print(json.dumps(results, indent=2))
