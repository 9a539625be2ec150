import type { Picture } from "../../src/pictures/picture.ts"

/** Every datum by which a mark is drawn. */
export const dataOf = (spec: unknown): ReadonlyArray<Readonly<Record<string, unknown>>> => {
  if (typeof spec !== "object" || spec === null) return []
  const { values } = spec as { values?: unknown }
  return [
    ...(Array.isArray(values) && typeof values[0] === "object" ? values : []),
    ...Object.values(spec).flatMap(dataOf)
  ]
}

/** Every number that is drawn. */
export const figuresIn = ({ spec }: Picture): ReadonlyArray<number> =>
  dataOf(spec("wide")).flatMap(({ figure, words }) => [
    ...(typeof figure === "number" ? [figure] : []),
    ...(typeof words === "string" ? [...words.matchAll(/\d+(?= of)|(?<=of )\d+/g)].map(Number) : [])
  ])
