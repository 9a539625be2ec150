/** Every small damage that a text on disk can take. */
export interface Mutation {
  readonly what: string
  readonly bytes: Buffer
}

const joined = (...parts: ReadonlyArray<Buffer>): Buffer => Buffer.concat(parts)

/** At one byte: each bit flipped, the byte left out, the byte twice, and the end cut off before it. */
const mutationsAt = (bytes: Buffer, at: number): ReadonlyArray<Mutation> => {
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at + 1)]
  const byte = bytes[at] ?? 0
  const flips = Array.from({ length: 8 }, (_, bit) => ({
    what: `bit ${bit} of byte ${at} flipped`,
    bytes: joined(before, Buffer.from([byte ^ (1 << bit)]), after)
  }))
  return [
    ...flips,
    { what: `byte ${at} left out`, bytes: joined(before, after) },
    { what: `byte ${at} twice`, bytes: joined(before, Buffer.from([byte, byte]), after) },
    { what: `cut off before byte ${at}`, bytes: Buffer.from(before) }
  ]
}

/** All of them in turn; `every` takes one of so many. */
export function* mutationsOf(text: string | Buffer, every = 1): Generator<Mutation> {
  const bytes = Buffer.from(text)
  let count = 0
  for (let at = 0; at < bytes.length; at += 1) {
    for (const mutation of mutationsAt(bytes, at)) {
      count += 1
      if (count % every === 0) yield mutation
    }
  }
  for (const end of ["\n", " ", "\0"])
    yield { what: `${JSON.stringify(end)} at its end`, bytes: joined(bytes, Buffer.from(end)) }
  yield { what: "written twice", bytes: joined(bytes, bytes) }
}
