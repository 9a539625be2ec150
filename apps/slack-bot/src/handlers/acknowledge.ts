/** Slack waits three seconds: the outcome is said by then if durable, and afterwards if not. */

/** How long to wait for the outcome, in real time whatever the bot's clock says. */
const PATIENCE = 2_500

export const NOT_CONFIRMED =
  "This takes longer than usual and is NOT confirmed yet. Check the card before you repeat it; what came of it follows here."

export interface Replies<Outcome> {
  /** The outcome is known in time: acknowledge with it. */
  readonly acknowledge: (outcome: Outcome) => Promise<unknown>
  /** It is not: acknowledge with {@link NOT_CONFIRMED}. */
  readonly acknowledgeUnconfirmed: () => Promise<unknown>
  /** The outcome, after an unconfirmed acknowledgement. */
  readonly followUp: (outcome: Outcome) => Promise<unknown>
}

const late = Symbol("late")

export const acknowledgeInTime = async <Outcome>(
  work: Promise<Outcome>,
  replies: Replies<Outcome>,
  patience: number = PATIENCE
): Promise<void> => {
  const { promise: outOfTime, resolve } = Promise.withResolvers<typeof late>()
  const timer = setTimeout(() => resolve(late), patience)
  const first = await Promise.race([work, outOfTime]).finally(() => clearTimeout(timer))
  if (first !== late) {
    await replies.acknowledge(first)
    return
  }
  // Slack may not take the first word, and the outcome must follow all the same.
  try {
    await replies.acknowledgeUnconfirmed()
  } finally {
    await replies.followUp(await work)
  }
}
