export { caseSnapshot, sentUnder, wordsOf } from "./caseSnapshot.ts"
export { everyKind } from "./everyKind.ts"
