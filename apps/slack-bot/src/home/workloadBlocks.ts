import type { PersonId } from "@safe-return/domain/pathway"
import type { KnownBlock } from "@slack/types"
import { context, section } from "../messages/blocks.ts"
import { type Workload, workloadInWords } from "./workload.ts"

/** Interviewers shown at most, those with least to do: a section of Slack's holds 3,000 characters. */
const SHOWN = 30

/**
 * Who has how much, to choose an interviewer by.
 *
 * @param notIndependent the child's allocated workers
 * @param whenThere what is known of when somebody works, before the interview is due
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
  return [
    section(`*Who has how much*\n${lines.join("\n")}`),
    ...(more > 0 ? [context(`And ${more} more, who have more to do than these.`)] : [])
  ]
}
