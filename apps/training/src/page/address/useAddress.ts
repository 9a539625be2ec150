import { useCallback, useEffect, useState } from "react"
import { type Address, formatAddress, parseAddress } from "../../address/address.ts"

/** The page's address as state. `go` adds a step to the browser's history; `settle` only fills in what was left out. */
export const useAddress = () => {
  const [address, setAddress] = useState<Address>(() => parseAddress(window.location.search))

  useEffect(() => {
    const follow = () => setAddress(parseAddress(window.location.search))
    window.addEventListener("popstate", follow)
    return () => window.removeEventListener("popstate", follow)
  }, [])

  const go = useCallback((next: Address) => {
    window.history.pushState(null, "", formatAddress(next))
    setAddress(next)
  }, [])

  const settle = useCallback((next: Address) => {
    window.history.replaceState(null, "", formatAddress(next))
    setAddress(next)
  }, [])

  return { address, go, settle }
}
