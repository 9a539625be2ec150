/** Who and what a scenario may name: the training workspace's personas and places, and references nobody real has. */
import { Schema } from "effect"
import { educationTeam, people, type TrainingPerson } from "../workspace/personas.ts"
import { channels, educationChannel, missingChannel } from "../workspace/place.ts"

export type PersonaKey = keyof typeof people

const personaKeys = Object.keys(people) as ReadonlyArray<PersonaKey>

export const Persona = Schema.Literals(personaKeys)

export const personaOf = (key: PersonaKey): TrainingPerson => people[key]

export const keyOf = (text: string): PersonaKey | undefined => personaKeys.find((key) => key === text)

export const keyOfPersona = (id: string): PersonaKey | undefined => personaKeys.find((key) => people[key].id === id)

/** Five digits behind `LCS-`, as every child of the training caseload has. */
export const MadeUpChild = Schema.String.check(
  Schema.isPattern(/^LCS-\d{5}$/, { expected: "a made-up case reference: LCS- and five digits" })
)

/** Five digits behind `EDU-`: six are those of the synthetic caseload. */
export const MadeUpPupil = Schema.String.check(
  Schema.isPattern(/^EDU-\d{5}$/, { expected: "a made-up education reference: EDU- and five digits" })
)

/** A child by either system's reference. */
export const MadeUpReference = Schema.String.check(
  Schema.isPattern(/^(LCS|EDU)-\d{5}$/, { expected: "a made-up reference: LCS- or EDU- and five digits" })
)

/** A real school's own return names no `T` for training. */
export const MadeUpSchoolReference = Schema.String.check(
  Schema.isPattern(/^SCH-\d{4}-T\d{2,6}$/, {
    expected: "a made-up return's reference such as SCH-4001-T17, with a T for training"
  })
)

/** The police's own numbers never have a letter there. */
export const MadeUpPoliceReference = Schema.String.check(
  Schema.isPattern(/^SYP-\d{4}-T\d{6}$/, {
    expected: "a made-up police reference such as SYP-2026-T000001, with a T for training"
  })
)

const channelNames = channels.map(({ name }) => name)
export const ChannelName = Schema.Literals(channelNames)

export const MISSING_CHANNEL = missingChannel.name

/** Where a persona types commands unless a step says otherwise. */
export const channelOfPersona = (key: PersonaKey): string =>
  educationTeam.includes(people[key]) ? educationChannel.name : MISSING_CHANNEL

/** Where the cards of a child are, by which system's reference names them. */
export const channelOfChild = (reference: string | undefined): string =>
  reference?.startsWith("EDU-") ? educationChannel.name : MISSING_CHANNEL

/** A member of the channel, who reads it. */
export const readerOf = (name: string): PersonaKey =>
  name === educationChannel.name ? "educationOfficer" : "coordinator"

export const channelId = (name: string): string => channels.find((channel) => channel.name === name)?.id ?? ""
export const channelName = (id: string): string | undefined => channels.find((channel) => channel.id === id)?.name

/** `@interviewerOne` as `say` puts the persona: longer keys first, so that no key is read as the start of another. */
const withPersonas = (text: string, say: (persona: TrainingPerson) => string): string =>
  [...personaKeys]
    .sort((a, b) => b.length - a.length)
    .reduce((soFar, key) => soFar.replaceAll(`@${key}`, say(people[key])), text)

/** As Slack carries a person in a command. */
export const asCommandText = (text: string): string => withPersonas(text, ({ id, handle }) => `<@${id}|${handle}>`)
/** As Slack carries a person in a message. */
export const asMessageText = (text: string): string => withPersonas(text, ({ id }) => `<@${id}>`)
/** As a person types and reads it. */
export const asTyped = (text: string): string => withPersonas(text, ({ name }) => `@${name}`)

/** Personas put back as `@interviewerOne`, from whichever way Slack carried them. */
export const asWritten = (text: string): string =>
  text.replaceAll(/<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g, (whole, id: string) => {
    const key = keyOfPersona(id)
    return key === undefined ? whole : `@${key}`
  })
