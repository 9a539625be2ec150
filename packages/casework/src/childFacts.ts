import type { ChildFacts } from "@safe-return/domain/risk"
import type { Profile } from "@safe-return/journal"

/** What the profile tells the rules that need more than what happened; absent is not known. */
export const factsOf = (profile: Profile | undefined): ChildFacts => ({
  ...(profile?.bornOn === undefined ? {} : { bornOn: profile.bornOn }),
  ...(profile?.caseStatus === undefined ? {} : { caseStatus: profile.caseStatus })
})
