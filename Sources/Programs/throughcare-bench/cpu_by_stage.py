#!/usr/bin/env python3
"""CPU by stage, from what `perf script` prints of a daemon and of its database session.

    cpu_by_stage.py DAEMON.txt µs SESSION.txt µs

The microseconds are the bench's, per referral: they are shared out by samples. A sample belongs to
the first frame, from the innermost outwards, that a rule knows; what runs for everybody (memory,
reference counts, byte buffers, the kernel) so belongs to whom it runs for.
"""

import re
import sys

DAEMON = [
    ("sealing, wrapping, digests", r"\$s13OpenSSLCrypto|\$s9Brokering12ContentVault"),
    ("AMQP: frames, links, encoding", r"\$s6AMQP10"),
    ("JSON and the messages' rules", r"\$s11BoundedJSON|\$s8Messages"),
    ("making deliveries ready", r"\$s9Brokering12DeliveryRoom|\$s9Brokering9BodyCache"),
    ("shard machine", r"\$s9Brokering(12ShardMachine|9KnownKeys|5Inbox|14Referral|15Generation)"),
    ("intake: preparing a submission", r"\$s9Brokering6Intake"),
    ("encoding columns, decoding rows", r"\$s5Store"),
    ("libpq, with its sockets", r"\$s5LibPQ|libpq\.so|PQ[a-z]"),
    ("shard: shell, mailbox, outlets", r"\$s9Brokering"),
    ("AMQP door", r"\$s8AMQPDoor"),
    ("TLS records", r"\$s10OpenSSLTLS|libssl"),
    ("NIO: loop and sockets", r"\$s8NIOPosix"),
]

SESSION = [
    ("WAL: flush (fsync)", r"XLogFlush|XLogWrite|issue_xlog_fsync|fdatasync|fsync"),
    ("WAL: insertion", r"XLogInsert|XLogRegister"),
    ("constraints", r"ExecConstraints|ExecCheck"),
    ("index insertion", r"ExecInsertIndexTuples|btinsert|_bt_"),
    ("heap insertion", r"heap_insert|heap_prepare_insert|RelationGetBufferForTuple|toast"),
    ("partition routing", r"ExecFindPartition|ExecPartition|get_partition"),
    ("unnest of the arrays", r"unnest|ExecMakeTableFunctionResult|tuplestore|array_"),
    ("look-ups", r"index_getnext|index_fetch|ExecIndexScan|btgettuple|index_beginscan|btrescan"),
    ("commit", r"CommitTransaction|RecordTransactionCommit|ProcArrayEnd"),
    ("plans", r"GetCachedPlan|pg_plan|planner|BuildCachedPlan|RevalidateCached"),
    ("executor: start and end", r"ExecutorStart|ExecInit|ExecutorEnd|ExecEnd|standard_ExecutorStart"),
    ("executor: insert node and projection", r"ExecModifyTable|Executor(Run|Finish)"),
    ("protocol, portals, waiting", r"PostgresMain|pq_|secure_|Portal"),
]


def stages(path, rules):
    """Samples by stage."""
    compiled = [(name, re.compile(pattern)) for name, pattern in rules]
    counts = {}
    for sample in open(path, encoding="utf-8", errors="replace").read().split("\n\n"):
        frames = [line for line in sample.split("\n")[1:] if line.strip()]
        if not sample.strip():
            continue
        stage = next(
            (name for frame in frames for name, known in compiled if known.search(frame)),
            "other")
        counts[stage] = counts.get(stage, 0) + 1
    return counts


def table(title, path, rules, cost):
    counts = stages(path, rules)
    total = sum(counts.values()) or 1
    print(f"| {title} | samples | share | µs/referral |\n| --- | ---: | ---: | ---: |")
    for name, count in sorted(counts.items(), key=lambda entry: -entry[1]):
        share = count / total
        print(f"| {name} | {count} | {share:.1%} | {share * cost:.1f} |")
    print(f"| **all** | {total} | 100% | {cost:.1f} |\n")


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    table("daemon", sys.argv[1], DAEMON, float(sys.argv[2]))
    table("database session", sys.argv[3], SESSION, float(sys.argv[4]))
