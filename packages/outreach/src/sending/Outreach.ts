import type { Instant } from "@safe-return/domain/calendar"
import type { ChildReference } from "@safe-return/domain/pathway"
import type { Deliveries, DeliverySubject, JournalUnavailable } from "@safe-return/journal"
import { Context, type Effect, type Option } from "effect"
import type { TeamSource } from "../look/TeamSource.ts"
import type { Urgency } from "../owed/OwedMessage.ts"
import type { Unreachable } from "../recipients/Reachability.ts"

/** Something that is owed and could not be delivered: people have been told, and it is tried again. */
export type UndeliveredMessage = Effect.Success<Context.Service.Shape<typeof Deliveries>["undelivered"]>[number]

/** How sending goes, at this instance. */
export interface OutreachHealth {
  /** Since when Slack has not answered; undefined while it does, or was not asked yet. */
  readonly slackAwaySince: Instant | undefined
  /** When every child was last looked at; undefined until the first look is over. */
  readonly everybodyLookedAt: Instant | undefined
  /** When what became due was last looked at, and since when the message longest under way is: by the clock that only goes forward. */
  readonly watchedAt: number | undefined
  readonly underwaySince: number | undefined
  /** The people nothing can be sent to, as far as this instance has learnt. */
  readonly notTold: ReadonlyArray<Unreachable>
}

/** Brings what people have been told up to what they should have been told. */
export class Outreach extends Context.Service<
  Outreach,
  {
    /** On news of a child or the team, queues and sends what is owed; never fails, and looks again instead. */
    readonly deliver: (about: DeliverySubject) => Effect.Effect<void>
    /** What the source reads is sent to the team from now on. */
    readonly addTeamSource: (source: TeamSource) => Effect.Effect<void>
    /** The child's records were erased: nothing waits to be sent any longer, and nothing is kept in mind. */
    readonly forget: (child: ChildReference) => Effect.Effect<void>
    /** Looks at every child, tries at once what failed before, and returns when nothing more can go for the moment. */
    readonly sweep: Effect.Effect<void>
    /** Returns when nothing more can go for the moment, and people are told of what has waited too long. */
    readonly flush: Effect.Effect<void>
    /** Looks at what became due, for as long as it runs; now and then at everything. */
    readonly watch: Effect.Effect<never>
    /** Looks at each child with something that fell due, and at the team; returns when nothing more can go for the moment. */
    readonly catchUp: Effect.Effect<void>
    /** When time alone next brings something to any child or the team, as the last looks found it. */
    readonly nextDue: Effect.Effect<Option.Option<Instant>>
    /** What is given up for now, of every child, for those who look after the bot. */
    readonly undelivered: Effect.Effect<ReadonlyArray<UndeliveredMessage>, JournalUnavailable>
    /** How many messages of each urgency are owed and have not gone. */
    readonly waiting: Effect.Effect<ReadonlyMap<Urgency, number>>
    readonly health: Effect.Effect<OutreachHealth>
    /** Tries what was given up once more: its cause may be gone. */
    readonly tryAgain: Effect.Effect<void, JournalUnavailable>
  }
>()("@safe-return/slack-bot/Outreach") {}
