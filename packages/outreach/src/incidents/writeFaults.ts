/** What keeps anything from being recorded, and what an administrator does about it; never a path or a reference. */
import type { WriteFault } from "@safe-return/journal"

const words: Readonly<Record<WriteFault, string>> = {
  "disk-full": "the disk of the journal is full",
  "disk-failing": "the disk of the journal reports faults",
  "read-only": "the disk or the database of the journal is read-only",
  "not-allowed": "this account may not write in the journal",
  gone: "the folder of the journal is gone, or something else stands in its place",
  "in-use": "another process uses the journal's folder",
  "lock-lost": "the journal's folder was taken away, or another process is using it",
  "write-in-doubt": "the disk did not confirm a write",
  away: "the database does not answer"
}

const remedies: Readonly<Record<WriteFault, string>> = {
  "disk-full": "Make room on that disk. The bot goes on by itself.",
  "disk-failing": "Look at that disk before it fails for good, and at your newest backup. The bot goes on by itself.",
  "read-only":
    "Make it writable again, or let the address of the database lead to the server that takes writes. The bot goes on by itself.",
  "not-allowed": "Give the account of the bot the right to write there back. The bot goes on by itself.",
  gone: "Put the folder back as it was, from a backup if need be. The bot goes on by itself.",
  "in-use":
    "Safe Return was started twice. The log names the other process: stop the one of the two that should not run. If this one should, it goes on by itself.",
  "lock-lost":
    "The bot ends itself, to be started again by what supervises it. See that the disk with the journal's folder is there, and that no other process uses it.",
  "write-in-doubt":
    "The bot ends itself, to be started again by what supervises it. Look at that disk, and at your newest backup.",
  away: "Start the database, or look at the network in between. The bot goes on by itself."
}

/** Neither a disk nor a database: the journal itself cannot be read. */
const DAMAGED = "the journal cannot be opened"

export const faultWords = (fault: WriteFault | undefined): string => (fault === undefined ? DAMAGED : words[fault])

export const faultRemedy = (fault: WriteFault | undefined): string =>
  fault === undefined
    ? "Look in the log for what is wrong, run journal verify, and restore a backup if it says so. The bot tries again by itself."
    : remedies[fault]
