import { Schema } from "effect"

/** Over anything else what is asked, and what it is asked with, could be read on the way. */
const SERVICE = /^(?:https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$))/

const ON_THIS_MACHINE = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?:[:/]|$)/

export const isOnThisMachine = (address: string): boolean => ON_THIS_MACHINE.test(address)

export const isHttpAddress = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text)

export const ServiceAddress = Schema.optionalKey(
  Schema.String.check(
    Schema.makeFilter((address: string) =>
      SERVICE.test(address) && URL.canParse(address) ? undefined : "must be an address that begins with https://"
    )
  )
)
