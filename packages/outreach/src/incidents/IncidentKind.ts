import { Schema } from "effect"

/** What can go wrong with the bot itself; `docs/incidents.md` says of each what people are told and what to do. */
export const IncidentKind = Schema.Literals([
  /** Nothing can be recorded: a full disk, a lost lock, a read-only database. */
  "journal-unwritable",
  /** A new report could not be made durable: its sender was answered 503. */
  "report-not-recorded",
  /** The journal was empty at the start: a first start, or what was on record is elsewhere. */
  "journal-empty",
  /** Records that only a newer version can read are passed over. */
  "records-unreadable",
  /** The database has less than we have seen of it: a failover lost its end. */
  "records-went-back",
  /** Single records cannot be used: damaged, or changed by something else. */
  "records-damaged",
  /** Slack does not answer. */
  "slack-away",
  /** The connection that Slack reaches us by is gone. */
  "socket-away",
  /** Messages have waited longer than their patience. */
  "messages-waiting",
  /** Nobody who could be told holds a role. */
  "role-empty",
  /** A Slack user group cannot be read. */
  "group-unreadable",
  /** What is signed as Slack's cannot be read, or is for another app or workspace. */
  "payload-refused",
  /** Our clock, Slack's or the database's is wrong. */
  "clock-wrong",
  /** A report of a missing child was refused. */
  "report-refused",
  /** A school's return about a child missing education was refused. */
  "return-refused",
  /** News of a child was refused, because it came under the police reference of another. */
  "news-elsewhere",
  /** A sender sends more than it may, or one we do not know sends. */
  "sender-limited",
  /** The file that names who may send notifications cannot be used. */
  "senders-unreadable",
  /** One sender reported many children within a minute. */
  "many-reported",
  /** What is owed does not add up to what was sent, waits or is listed. */
  "counts-differ",
  /** The heartbeat that an outside monitor listens for does not get out. */
  "heartbeat-lost",
  /** One copy of the bot is in shadow and another one is live. */
  "shadow-setting",
  /** A part of the bot failed in a way nobody foresaw. */
  "program-fault"
])
export type IncidentKind = typeof IncidentKind.Type
