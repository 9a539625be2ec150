import type { PersonId } from "@safe-return/domain/pathway"
import type { KnownBlock } from "@slack/types"
import { context, section } from "../../blocks/blocks.ts"
import { type Workload, workloadInWords } from "./workload.ts"

/** Interviewers shown at most, those with least to do. */
const SHOWN = 30

/** Interviewers in one section: it holds 3,000 characters, and one who works every day and is away twice takes about 280. */
const IN_A_SECTION = 10

/**
 * Who has how much, to choose an interviewer by.
 *
 * @param notIndependent the child's allocated workers
 * @param whenThere what is known of a person's working days, before the interview is due
 */
export const workloadBlocks = (
  workloads: ReadonlyArray<Workload>,
  notIndependent: ReadonlyArray<PersonId>,
  whenThere: (person: PersonId) => ReadonlyArray<string> = () => []
): ReadonlyArray<KnownBlock> => {
  if (workloads.length === 0) return [section("Nobody is set up as a return home interviewer.")]
  const lines = workloads.slice(0, SHOWN).map((one) => {
    const conflict = notIndependent.includes(one.person) ? " · :no_entry: the child's allocated worker" : ""
    return [`${workloadInWords(one)}${conflict}`, ...whenThere(one.person)].join(" · ")
  })
  const more = workloads.length - SHOWN
  const sections = Array.from({ length: Math.ceil(lines.length / IN_A_SECTION) }, (_, nth) =>
    lines.slice(nth * IN_A_SECTION, (nth + 1) * IN_A_SECTION).join("\n")
  )
  return [
    ...sections.map((text, nth) => section(nth === 0 ? `*Who has how much*\n${text}` : text)),
    ...(more > 0 ? [context(`And ${more} more, who have more to do than these.`)] : [])
  ]
}
