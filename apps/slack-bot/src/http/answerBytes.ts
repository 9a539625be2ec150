/** Answers as bytes; one that a whole team is given is made into them once. */

const shared = new WeakMap<object, { bytes?: Buffer }>()

/** It is answered again as it is, so its bytes are worth keeping; never change it after this. */
export const shareAnswer = (answer: object): void => {
  if (!shared.has(answer)) shared.set(answer, {})
}

export const bytesOf = (answer: object): Buffer => {
  const kept = shared.get(answer)
  if (kept === undefined) return Buffer.from(JSON.stringify(answer))
  kept.bytes ??= Buffer.from(JSON.stringify(answer))
  return kept.bytes
}
