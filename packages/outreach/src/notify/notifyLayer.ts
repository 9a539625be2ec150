import { createHash } from "node:crypto"
import { Council } from "@safe-return/casework"
import { Instant } from "@safe-return/domain/calendar"
import type { NotifyConfiguration } from "@safe-return/settings"
import { inCouncilWords } from "@safe-return/wording"
import { Clock, Duration, Effect, Layer, Option, Redacted, Schema } from "effect"
import { NotifyClient } from "notifications-node-client"
import { monotonicMillis } from "../clocks/monotonic.ts"
import type { Renderer } from "../sending/Renderer.ts"
import { type MessageName, SendFailed, type Transport } from "../sending/Transport.ts"
import { notCarried, unreadable } from "./notifyFaults.ts"
import { makeNotifyRenderer, type NotifyFields } from "./notifyRenderer.ts"
import { addressName, OutsideSlack, type Receipt } from "./OutsideSlack.ts"

/** How long an answer may take, from the request to its last byte. */
const ANSWER_WITHIN = Duration.seconds(10)

/** Far larger than any answer we ask for; smaller than what would fill the memory. */
const MOST_BYTES = 20_000_000

/** What an answer must hold: without it nothing was said, whatever its status. */
const Taken = Schema.Struct({ id: Schema.NonEmptyString })
const Standing = Schema.Struct({ status: Schema.NonEmptyString })
const Found = Schema.Struct({ notifications: Schema.Array(Schema.Struct({ ...Taken.fields, ...Standing.fields })) })

const receipts: Readonly<Record<string, Receipt>> = {
  delivered: "delivered",
  "permanent-failure": "failed",
  "temporary-failure": "failed",
  "technical-failure": "failed"
}

const receiptIn = (status: string): Receipt => receipts[status] ?? "on-its-way"

/** By this Notify knows the message again after a crash, when we no longer know whether it was sent. */
export const referenceOf = ({ about, key }: MessageName): string =>
  createHash("sha256").update(`${about} ${key}`).digest("hex")

const clientOf = ({ apiKey, apiUrl }: NotifyConfiguration, answerWithin: Duration.Duration): NotifyClient => {
  const key = Redacted.value(apiKey)
  const client = apiUrl === undefined ? new NotifyClient(key) : new NotifyClient(apiUrl, key)
  const { restClient } = client.apiClient
  // By itself it would wait for ever, and follow a redirect with our token to wherever that leads.
  const bounded = (options: object) =>
    restClient({
      ...options,
      maxRedirects: 0,
      maxContentLength: MOST_BYTES,
      signal: AbortSignal.timeout(Duration.toMillis(answerWithin))
    })
  client.setClient(bounded as typeof restClient)
  return client
}

/** How long a message that did not arrive rests before it is sent once more, in milliseconds. */
const FAILED_RESTS = 55 * 60_000

const notDelivered = Effect.fail(
  new SendFailed({ act: "GOV.UK Notify, delivering,", reason: "not-delivered", fault: "permanent" })
)

/** A way out of Slack that is not set up: nobody can be told by it. */
const notSetUp = Effect.fail(new SendFailed({ act: "Out of Slack", reason: "not set up", fault: "permanent" }))

const nowhere = OutsideSlack.of({
  addresses: () => [],
  carrier: {
    name: "outside Slack",
    addressOf: () => Effect.undefined,
    find: () => Effect.undefined,
    post: () => notSetUp,
    change: () => notSetUp,
    fingerprintOf: ({ _tag }) => _tag
  },
  receiptOf: () => notSetUp
})

const outsideBy = (
  configuration: NotifyConfiguration,
  answerWithin: Duration.Duration,
  council: Option.Option<Council["Service"]>
) => {
  /** In the words that the council has now. */
  const renderer = Effect.map(Clock.currentTimeMillis, (now) =>
    Option.match(council, {
      onNone: () => makeNotifyRenderer(),
      onSome: ({ policyAt }) => makeNotifyRenderer(inCouncilWords(policyAt(Instant(now))))
    })
  )
  const client = clientOf(configuration, answerWithin)
  const { templates } = configuration
  /** What failed is not sent again at once: the same number would fail the same way, at the council's cost. */
  const restsUntil = new Map<string, number>()
  const asked = <A>(act: string, form: Schema.Decoder<A>, ask: () => Promise<{ readonly data: unknown }>) =>
    Effect.tryPromise({ try: ask, catch: notCarried(act) }).pipe(
      Effect.flatMap(({ data }) => Effect.mapError(Schema.decodeUnknownEffect(form)(data), () => unreadable(act)))
    )

  const addresses: OutsideSlack["Service"]["addresses"] = (role, way) =>
    templates[way] === undefined ? [] : configuration.addresses[role][way]

  /** The address a name stands for; none once it was taken out of the configuration. */
  const addressed = (name: string) => {
    const [way, role, nth] = name.split(":") as ["email" | "sms", Parameters<typeof addresses>[0], string]
    return { way, to: addresses(role, way)[Number(nth)], template: templates[way] }
  }

  const carrier: Transport = {
    name: "GOV.UK Notify",
    addressOf: (place) => {
      if (place._tag !== "Outside") return Effect.undefined
      const channel = addressName(place.way, place.role, place.nth)
      return Effect.succeed(addressed(channel).to === undefined ? undefined : { channel })
    },
    find: Effect.fn("Notify.find")(function* ({ channel }, name) {
      const reference = referenceOf(name)
      const { notifications } = yield* asked("looking for a message", Found, () =>
        client.getNotifications(addressed(channel).way, undefined, reference)
      )
      const alive = notifications.find(({ status }) => receiptIn(status) !== "failed")
      if (alive !== undefined || notifications.length === 0) return alive?.id
      const now = yield* monotonicMillis
      const until = restsUntil.get(reference)
      if (until === undefined) restsUntil.set(reference, now + FAILED_RESTS)
      if (until === undefined || until > now) return yield* notDelivered
      restsUntil.delete(reference)
      return undefined
    }),
    post: ({ channel }, name, message, marks) => {
      const { way, to, template } = addressed(channel)
      if (to === undefined || template === undefined) return notSetUp
      // The reference of the case and what to do: nothing else leaves Slack.
      const optionsBy = (notify: Renderer<NotifyFields>) => ({
        // What concerns no child has no case.
        personalisation: {
          case_reference: name.about === "team" ? "Safe Return" : name.about,
          ...notify.render(message, marks)
        },
        reference: referenceOf(name)
      })
      const send = (options: ReturnType<typeof optionsBy>) => (): Promise<{ readonly data: unknown }> =>
        way === "email" ? client.sendEmail(template, to, options) : client.sendSms(template, to, options)
      return renderer.pipe(
        Effect.flatMap((notify) => asked("sending", Taken, send(optionsBy(notify)))),
        Effect.map(({ id }) => id)
      )
    },
    change: () => Effect.void,
    // Nothing that left Slack is changed.
    fingerprintOf: ({ _tag }) => _tag
  }

  return OutsideSlack.of({
    addresses,
    carrier,
    receiptOf: (sent) =>
      Effect.map(
        asked("asking after a message", Standing, () => client.getNotificationById(sent)),
        ({ status }) => receiptIn(status)
      )
  })
}

/** GOV.UK Notify, or no way out of Slack where a council has not set it up. */
export const outsideSlackLayer = (
  configuration: NotifyConfiguration | undefined,
  answerWithin: Duration.Duration = ANSWER_WITHIN
) =>
  Layer.effect(
    OutsideSlack,
    Effect.map(Effect.serviceOption(Council), (council) =>
      configuration === undefined ? nowhere : outsideBy(configuration, answerWithin, council)
    )
  )
