import { CalendarOverride, CivilDayFromIso } from "@safe-return/domain/calendar"
import { ReferencePattern, ReferencePatterns } from "@safe-return/domain/pathway"
import { Policy } from "@safe-return/domain/policy"
import { Schema } from "effect"
import { NotifyConfiguration } from "./NotifyConfiguration.ts"
import { Role } from "./Role.ts"

const Secret = Schema.NonEmptyString
/** A day at most: a message nobody is told of for longer is lost. */
const Minutes = Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 1_440 }))
/** A Slack user id (`U…`, `W…`) or the id of a Slack user group (`S…`), whose members are then meant. */
const UserOrGroupId = Schema.NonEmptyString

/** How Slack reaches us: signed HTTP requests, or a socket that we open (no public address needed). */
export const SlackMode = Schema.Union([
  Schema.TaggedStruct("Http", {}),
  Schema.TaggedStruct("Socket", { appToken: Schema.Redacted(Secret) })
])

/** Everything the bot must be told; see the README for the same as environment variables. */
export const BotConfiguration = Schema.Struct({
  /** The council, as people call it. */
  authority: Schema.NonEmptyString,
  /** Where we listen for Slack and for notifications. */
  listen: Schema.Struct({ host: Schema.NonEmptyString, port: Schema.Int }),
  slack: Schema.Struct({
    botToken: Schema.Redacted(Secret),
    signingSecret: Schema.Redacted(Secret),
    /** Only for a workspace that is not Slack's own: training and tests. */
    apiUrl: Schema.optionalKey(Schema.NonEmptyString),
    mode: SlackMode,
    /** The id of the workspace (`T…`) whose members use the bot: needed where the app is on a whole organisation. */
    workspace: Schema.optionalKey(Schema.NonEmptyString),
    /** `off`: what is compared by looking down a column is shown as lines. */
    tables: Schema.optionalKey(Schema.Literals(["on", "off"])),
    /** `off`: messages go as fast as they are taken, and only `Retry-After` is waited for. For training and measuring. */
    rateLimits: Schema.optionalKey(Schema.Literals(["slack", "off"]))
  }),
  channels: Schema.Struct({
    /** The id of the private channel in which missing episodes are posted. */
    missing: Schema.NonEmptyString,
    /** The id of the channel for the scorecard of each month; without it nothing is posted. */
    managers: Schema.optionalKey(Schema.NonEmptyString),
    /** The id of the private channel of the education team; without it, nothing of their cases is posted. */
    education: Schema.optionalKey(Schema.NonEmptyString)
  }),
  /** Who holds each role. */
  roles: Schema.Record(Role, Schema.Array(UserOrGroupId)),
  /** The forms of the council's references: nothing else comes in as one, least of all a name. */
  references: ReferencePatterns,
  /** The forms of the education system's references; absent where the education team does not work here. */
  educationReferences: Schema.optionalKey(Schema.NonEmptyArray(ReferencePattern)),
  /** The days whose return of children missing education the council prepares for; none unless it says so. */
  educationCensusDays: Schema.optionalKey(Schema.Array(CivilDayFromIso)),
  /** What the police prove themselves with: a bearer token, a signing secret, or either. */
  intake: Schema.Struct({
    bearerToken: Schema.Redacted(Secret),
    signingSecret: Schema.optionalKey(Schema.Redacted(Secret)),
    /** A file of further senders, each with its own token and rights; read again whenever it changes. */
    sendersFile: Schema.optionalKey(Schema.NonEmptyString),
    /** How many notifications a minute the police may send before they are told to wait. */
    perMinute: Schema.optionalKey(Schema.Int.check(Schema.isGreaterThan(0)))
  }),
  /** The way out of Slack for an alert that nobody acknowledges. */
  notify: Schema.optionalKey(NotifyConfiguration),
  /** Before a council goes live: everything is recorded, and nothing is sent but to administrators. */
  isShadow: Schema.optionalKey(Schema.Boolean),
  /** How long a message may fail before a person is told, and how long it then rests. */
  delivery: Schema.optionalKey(
    Schema.Struct({
      giveUpAfterMinutes: Schema.optionalKey(Minutes),
      tryAgainAfterMinutes: Schema.optionalKey(Minutes)
    })
  ),
  /** The sign of life for a listener outside; none where nothing of it is set. */
  heartbeat: Schema.optionalKey(
    Schema.Struct({
      /** The listener's address: anyone who knows it can pretend that all is well. */
      url: Schema.optionalKey(Schema.Redacted(Secret)),
      /** The id of a channel for the heartbeat's own message; else one who looks after the bot gets it. */
      channel: Schema.optionalKey(Schema.NonEmptyString),
      everySeconds: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 3_600 }))),
      /** How long a part of the bot may not have shown itself before the heartbeat is held back. */
      lateAfterSeconds: Schema.optionalKey(Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 86_400 })))
    })
  ),
  /** Where metrics and traces go, by OpenTelemetry's protocol over HTTP; none where no address is set. */
  telemetry: Schema.optionalKey(
    Schema.Struct({
      /** The collector's address, below which `/v1/metrics` and `/v1/traces` are. */
      endpoint: Secret,
      headers: Schema.optionalKey(Schema.Redacted(Schema.Record(Schema.String, Schema.String))),
      serviceName: Schema.optionalKey(Schema.NonEmptyString),
      exportEveryMilliseconds: Schema.optionalKey(
        Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 86_400_000 }))
      ),
      /** Of all traces, from 0 to 1; metrics are always whole. */
      shareOfTraces: Schema.optionalKey(Schema.Number.check(Schema.isBetween({ minimum: 0, maximum: 1 })))
    })
  ),
  /** Where the records are kept, as an administrator is shown it; it holds no password. */
  keptIn: Schema.optionalKey(Schema.NonEmptyString),
  /** The policy in force at the start. */
  policy: Policy,
  /** Every policy by its days, that one among them; each takes over on its first. */
  policies: Schema.optionalKey(Schema.Array(Policy)),
  /** Days that the council adds to its non-working days or strikes from its bank holidays. */
  calendarOverrides: Schema.optionalKey(Schema.Array(CalendarOverride))
})
export type BotConfiguration = typeof BotConfiguration.Type
