/** Our sentences in a council's own words for its roles and teams. */
import type { CouncilWording } from "@safe-return/domain/policy"

/** How our sentences name a role or team, and what stands there instead; `one` carries its article. */
interface Replaced {
  readonly ours: string
  readonly article?: string
  readonly theirs: string
}

const people = (one: string, many: string, said: CouncilWording["team-manager"]): ReadonlyArray<Replaced> => {
  if (said === undefined) return []
  const [article = "a", ...words] = said.one.split(" ")
  return [
    { ours: one, article, theirs: words.join(" ") },
    { ours: many, theirs: said.many }
  ]
}

const team = (ours: ReadonlyArray<string>, said: { readonly team: string } | undefined): ReadonlyArray<Replaced> =>
  said === undefined ? [] : ours.map((name) => ({ ours: name, theirs: said.team }))

const duty = (said: CouncilWording["out-of-hours-duty"]): ReadonlyArray<Replaced> => {
  if (said === undefined) return []
  const [article = "a", ...words] = said.one.split(" ")
  return [
    { ours: "out-of-hours duty worker", article, theirs: words.join(" ") },
    ...team(["out-of-hours duty team", "out-of-hours duty", "duty team"], said)
  ]
}

const replacedBy = (wording: CouncilWording): ReadonlyArray<Replaced> => [
  ...team(["MASH"], wording.mash),
  ...people("Missing Co-ordinator", "Missing Co-ordinators", wording["missing-coordinator"]),
  ...people("team manager", "team managers", wording["team-manager"]),
  ...people("head of service", "heads of service", wording["head-of-service"]),
  ...people("allocated worker", "allocated workers", wording["allocated-worker"]),
  ...duty(wording["out-of-hours-duty"]),
  ...team(["Missing Team (Evolve)", "Missing Team"], wording["missing-team"]),
  ...team(["Evolve Team"], wording["exploitation-team"])
]

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const escaped = (text: string): string => text.replaceAll(/[()]/g, String.raw`\$&`)

/** Its first letter may open a sentence; the others stand as they are, so that “mash”, a sender, is not the MASH. */
const patternOf = (ours: string): string => {
  const first = ours.charAt(0)
  const upper = first.toUpperCase()
  return `${first === upper ? first : `[${first}${upper}]`}${escaped(ours.slice(1))}`
}

type Say = (text: string) => string

/** How a council speaks that has no words of its own. */
export const unchanged: Say = (text) => text

const sayIn = (wording: CouncilWording): Say => {
  // The longest first, or a team would lose its beginning to a shorter name.
  const replaced = replacedBy(wording).toSorted((one, other) => other.ours.length - one.ours.length)
  if (replaced.length === 0) return unchanged
  const names = new RegExp(
    String.raw`(?<![\p{L}\p{N}_])(?:([Aa]n?|[Tt]he) )?(${replaced.map(({ ours }) => patternOf(ours)).join("|")})(?![\p{L}\p{N}_])`,
    "gu"
  )
  const byOurs = new Map(replaced.map((one) => [one.ours.toLowerCase(), one]))
  return (text) =>
    text.replaceAll(names, (whole: string, before: string | undefined, found: string) => {
      const one = byOurs.get(found.toLowerCase())
      if (one === undefined) return whole
      if (before !== undefined) {
        const isDefinite = before.toLowerCase() === "the"
        const article = isDefinite || one.article === undefined ? before.toLowerCase() : one.article
        return `${/^[AT]/.test(before) ? capital(article) : article} ${one.theirs}`
      }
      const isOpening = found.charAt(0) !== one.ours.charAt(0)
      return isOpening ? capital(one.theirs) : one.theirs
    })
}

const known = new WeakMap<CouncilWording, Say>()

/** Turns a sentence of ours into the council's words: unchanged where it has none of its own. */
export const inCouncilWords = ({ wording }: { readonly wording?: CouncilWording }): Say => {
  if (wording === undefined) return unchanged
  const say = known.get(wording) ?? sayIn(wording)
  known.set(wording, say)
  return say
}
