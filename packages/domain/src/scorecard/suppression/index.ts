export { type Figure, type Suppressed, WITHHELD } from "./figure.ts"
export { type SuppressedScorecard, suppressScorecard } from "./suppressScorecard.ts"
