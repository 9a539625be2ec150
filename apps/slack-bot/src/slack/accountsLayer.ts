import type { PersonId } from "@safe-return/domain/pathway"
import {
  Accounts,
  AccountUnknown,
  ANSWER_KEPT,
  type Freshness,
  LAST_KNOWN_STANDS,
  LIST_ANSWER_KEPT,
  monotonicMillis,
  type UnreachableReason,
  unreachableReasonOf
} from "@safe-return/outreach"
import { Cache, Duration, Effect, Exit, Layer } from "effect"
import { accountsStanding } from "./accountsStanding.ts"
import { makeFreshAnswers } from "./freshAnswers.ts"
import { type Installation, OurInstallation } from "./OurInstallation.ts"
import { SlackApi } from "./SlackApi.ts"

/** People remembered at most; the one asked about longest ago is forgotten first. */
const REMEMBERED = 5_000

/** Of a user object, what says whose account it is: https://docs.slack.dev/reference/objects/user-object. */
interface Account {
  readonly id?: string | undefined
  readonly real_name?: string | undefined
  readonly deleted?: boolean | undefined
  readonly is_bot?: boolean | undefined
  readonly is_invited_user?: boolean | undefined
  readonly is_restricted?: boolean | undefined
  readonly is_ultra_restricted?: boolean | undefined
  readonly is_stranger?: boolean | undefined
  /** On Enterprise Grid the workspace that is a person's home, which need not be ours. */
  readonly team_id?: string | undefined
  /** On Enterprise Grid, with every workspace they are a member of. */
  readonly enterprise_user?:
    | { readonly enterprise_id?: string | undefined; readonly teams?: ReadonlyArray<string> | undefined }
    | undefined
}

/** Slack's own account, which it calls no bot. */
const SLACKBOT = "USLACKBOT"

const isOurs = ({ team_id, enterprise_user }: Account, { workspace, organisation }: Installation): boolean => {
  const places = [team_id, ...(enterprise_user?.teams ?? [])]
  if (workspace !== undefined) return places.includes(workspace)
  return organisation !== undefined && [team_id, enterprise_user?.enterprise_id].includes(organisation)
}

const whyNoMember = (user: Account, ours: Installation): UnreachableReason | undefined => {
  if (user.is_stranger === true || !isOurs(user, ours)) return "elsewhere"
  if (user.deleted === true) return "deactivated"
  if (user.is_bot === true || user.id === SLACKBOT) return "app"
  if (user.is_invited_user === true) return "invited"
  return user.is_restricted === true || user.is_ultra_restricted === true ? "guest" : undefined
}

/** What Slack says of a person. */
interface Answer {
  readonly why: UnreachableReason | undefined
  readonly name?: string | undefined
}

interface KnownAccount extends Answer {
  readonly at: number
}

/** What Slack says people's accounts are. */
export const accountsLayer = Layer.effect(
  Accounts,
  Effect.gen(function* () {
    const slack = yield* SlackApi
    const { ours } = yield* OurInstallation
    const standing = yield* accountsStanding
    const lastKnown = new Map<PersonId, KnownAccount>()

    const remember = Effect.fnUntraced(function* (person: PersonId, answer: Answer) {
      lastKnown.delete(person)
      lastKnown.set(person, { ...answer, at: yield* monotonicMillis })
      const [oldest] = lastKnown.keys()
      if (lastKnown.size > REMEMBERED && oldest !== undefined) lastKnown.delete(oldest)
    })

    const accounts = yield* Cache.makeWith(
      (person: PersonId) =>
        slack
          .call("users.info", (client) => client.users.info({ user: person }))
          .pipe(
            Effect.flatMap(({ user }) =>
              Effect.map(
                ours,
                (us): Answer =>
                  user === undefined ? { why: "no-account" } : { why: whyNoMember(user, us), name: user.real_name }
              )
            ),
            // An answer too: there is nobody of that id who we could see.
            Effect.catchIf(
              ({ reason }) => unreachableReasonOf(reason) !== undefined,
              ({ reason }) => Effect.succeed<Answer>({ why: unreachableReasonOf(reason) })
            ),
            Effect.tap((answer) => Effect.andThen(remember(person, answer), standing.answered)),
            Effect.tapError(standing.failed),
            Effect.mapError(({ reason }) => new AccountUnknown({ reason }))
          ),
      // A failed look-up is not kept: one lost answer must not lock a worker out for minutes.
      { capacity: REMEMBERED, timeToLive: (answer) => (Exit.isSuccess(answer) ? ANSWER_KEPT : Duration.zero) }
    )

    const invalidate = (person: PersonId) => Cache.invalidate(accounts, person)
    const refreshed = yield* makeFreshAnswers((person: PersonId) =>
      Effect.andThen(invalidate(person), Cache.get(accounts, person))
    )

    /** A full member stays one for as long; of anybody else, and of strangers to us, nothing is taken for granted. */
    const memberWithin = (
      stands: Duration.Duration,
      person: PersonId,
      otherwise: Effect.Effect<Answer, AccountUnknown>
    ) =>
      Effect.flatMap(monotonicMillis, (now) => {
        const known = lastKnown.get(person)
        const isKnown = known !== undefined && known.why === undefined && now - known.at <= Duration.toMillis(stands)
        return isKnown ? Effect.succeed<Answer>(known) : otherwise
      })

    const orLastKnown = (person: PersonId, stands: Duration.Duration) => (failed: AccountUnknown) =>
      memberWithin(stands, person, Effect.fail(failed))

    const answerOf = (person: PersonId, freshness?: Freshness): Effect.Effect<Answer, AccountUnknown> => {
      const kept = Cache.get(accounts, person)
      switch (freshness) {
        case "afresh":
          return refreshed(person)
        case "minutes":
          return memberWithin(
            LIST_ANSWER_KEPT,
            person,
            Effect.catch(refreshed(person), orLastKnown(person, ANSWER_KEPT))
          )
        case "last-known":
          return Effect.catch(kept, orLastKnown(person, LAST_KNOWN_STANDS))
        default:
          return kept
      }
    }

    return Accounts.of({
      whyNoMember: (person, freshness) => Effect.map(answerOf(person, freshness), ({ why }) => why),
      nameOf: (person) =>
        answerOf(person, "last-known").pipe(
          Effect.map(({ name }) => (name === "" ? undefined : name)),
          Effect.orElseSucceed(() => undefined)
        ),
      invalidate
    })
  })
)
