import type { Transport } from "@safe-return/outreach"
import { Effect } from "effect"
import { slackFingerprint } from "../messages/rendered.ts"

/** A transport that takes everything and knows of nothing. */
export const madeUpTransport: Transport = {
  name: "Made-up",
  addressOf: () => Effect.undefined,
  find: () => Effect.undefined,
  post: () => Effect.succeed("1"),
  change: () => Effect.void,
  fingerprintOf: slackFingerprint
}
