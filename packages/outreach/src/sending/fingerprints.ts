/** Digests of what was last shown, by which what is out of date is known; two kinds are told apart by how theirs begin. */
import type { Delivery } from "@safe-return/journal"
import type { Message } from "../message/Message.ts"
import type { Transport } from "./Transport.ts"

const OVER = "over "
const WITHHELD = "withheld "

const startOf = ({ _tag }: Message): string => {
  if (_tag === "RequestOver") return OVER
  return _tag === "WithheldAlert" ? WITHHELD : ""
}

export const fingerprintOf = (carrier: Pick<Transport, "fingerprintOf">, message: Message): string =>
  `${startOf(message)}${carrier.fingerprintOf(message)}`

/** It took the place of a message that asked for something. */
export const isOver = (fingerprint: string): boolean => fingerprint.startsWith(OVER)

/** Of an alert nothing was shown but that there is one, because nobody knew whose account it is. */
export const isWithheld = (delivery: Delivery | undefined): boolean =>
  delivery?._tag === "Sent" && delivery.fingerprint.startsWith(WITHHELD)
