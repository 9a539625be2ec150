import { caseButton } from "../caseButton.ts"

export const moreButton = caseButton("more", "More", "Everything that can be done now.")
