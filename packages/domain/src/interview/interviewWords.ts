/**
 * The closed lists of the interview record.
 *
 * Sources: the Croydon key messages sheet (reasons, risks), Knowsley's return interview form (harm, attempts, how the
 * child got home), the Missing People template, Thurrock's service page (gangs), the freedom of information set put
 * to every council (who interviews), Annex A. What is our own addition says so beside the field in `fields.ts`.
 */
import { closedList } from "../vocabulary/closedList.ts"

export const presentWords = closedList({
  alone: "The child alone",
  "school-staff": "School staff",
  "parent-carer": "Parent or carer",
  "social-worker": "Social worker",
  advocate: "Advocate",
  interpreter: "Interpreter",
  other: "Someone else"
})

export const communicationNeedWords = closedList({
  none: "None",
  interpreter: "Interpreter",
  "sign-language": "Sign language",
  "other-support": "Other support"
})

/** The list councils were asked to count by. */
export const interviewerTypeWords = closedList({
  "missing-team": "Dedicated team of the authority",
  "social-worker": "Social worker",
  "youth-worker": "Youth worker",
  "independent-service": "Commissioned independent service",
  other: "Other"
})

export const pushWords = closedList({
  "family-instability": "Instability at home",
  "domestic-abuse": "Domestic abuse",
  "abuse-or-neglect": "Abuse or neglect",
  "substance-misuse-at-home": "Substance misuse at home",
  "school-problems": "Problems at school",
  bullying: "Bullying",
  loneliness: "Loneliness or isolation",
  "placement-unhappiness": "Unhappy in placement",
  "contact-problems": "Problems about contact"
})

export const pullWords = closedList({
  "family-or-friends": "To see family or friends",
  relationship: "Boyfriend or girlfriend",
  "family-contact-problem": "A problem about family contact",
  "peer-pressure": "Peer pressure",
  parties: "Parties",
  "drugs-or-alcohol": "Drugs or alcohol",
  exploitation: "Drawn by someone who exploits"
})

/** A kind of place, never an address. */
export const placeWords = closedList({
  family: "With family",
  friends: "With friends",
  relationship: "With a boyfriend or girlfriend",
  "unknown-adult": "With an adult unknown to the family",
  outdoors: "Outdoors",
  "hotel-or-let": "Hotel or short let",
  "party-or-venue": "Party or venue",
  "did-not-say": "Did not say"
})

/** How the child came back: the police's "found" classes and Knowsley's question. */
export const cameBackWords = closedList({
  "of-own-accord": "Of their own accord",
  police: "Brought by the police",
  "parent-carer": "Brought by a parent or carer",
  placement: "Brought by placement staff",
  other: "Otherwise"
})

export const harmKindWords = closedList({
  "hurt-or-threatened": "Hurt or threatened",
  "afraid-of-anyone": "Afraid of anyone",
  injury: "Injured",
  "sexual-assault": "Sexual assault",
  "victim-of-crime": "Victim of crime",
  "committed-crime": "Committed a crime"
})

export const riskKindWords = closedList({
  grooming: "Grooming",
  violence: "Violence",
  "sexual-exploitation": "Sexual exploitation (CSE)",
  criminality: "Criminality",
  "alcohol-or-drugs": "Alcohol or drugs",
  trafficking: "Trafficking",
  "forced-marriage": "Forced marriage",
  fgm: "Female genital mutilation (FGM)",
  gang: "Gang involvement",
  "criminal-exploitation": "Criminal exploitation, county lines (CCE)",
  "mental-health": "Mental health"
})

/** "Not explored" is not "none": nobody asked. */
export const gradeWords = closedList({
  none: "None",
  suspected: "Suspected",
  confirmed: "Confirmed",
  "not-explored": "Not explored"
})

/** Research found that about half of the children asked did not think they had been missing. */
export const thinksMissingWords = closedList({ yes: "Yes", no: "No", "not-asked": "Not asked" })

export const recipientWords = closedList({
  "social-worker": "Social worker",
  police: "Police",
  placement: "Placement",
  school: "School",
  health: "Health"
})

/** Why sharing is lawful, in the words of the UK GDPR, Article 6. Our own addition: confirm with the council. */
export const lawfulReasonWords = closedList({
  "public-task": "Public task",
  "legal-obligation": "Legal obligation",
  "vital-interests": "Vital interests",
  consent: "Consent"
})
