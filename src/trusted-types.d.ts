/** The part of Trusted Types that src/start.ts uses; TypeScript's own library does not have it. */
interface Window {
  readonly trustedTypes?: {
    createPolicy(
      name: string,
      rules: { createScriptURL(address: string): string },
    ): { createScriptURL(address: string): { toString(): string } }
  }
}
