import { Effect, Schema } from "effect"
import { type CaseloadSize, FEWEST_CHILDREN, parseSize } from "../caseload/figures/caseloadSize.ts"

const VARIABLE = "SAFE_RETURN_TRAINING_SIZE"

/** A region's worth. Every child is two files made durable before the workspace opens, and people are waiting. */
const MOST_TO_OPEN_WITH = 1_200

export class NoSuchSize extends Schema.TaggedError<NoSuchSize>()("NoSuchSize", {}) {
  override get message() {
    return `${VARIABLE} must be rotherham, yorkshire-and-the-humber or a number of children from ${FEWEST_CHILDREN} to ${MOST_TO_OPEN_WITH}. Leave it out for Rotherham's.`
  }
}

/** How large a new training workspace opens, from the environment: Rotherham's year unless it says otherwise. */
export const openingSize = (
  environment: Readonly<Record<string, string | undefined>>
): Effect.Effect<CaseloadSize, NoSuchSize> => {
  const asked = (environment[VARIABLE] ?? "").trim()
  if (asked === "") return Effect.succeed("rotherham")
  const size = parseSize(asked)
  return size === undefined || size === "england" || (typeof size === "number" && size > MOST_TO_OPEN_WITH)
    ? Effect.fail(new NoSuchSize())
    : Effect.succeed(size)
}
