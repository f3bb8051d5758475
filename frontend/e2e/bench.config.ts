import { defineConfig } from "vitest/config";

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: "../node_modules/.vite-e2e",
  test: { environment: "node", include: ["bench.ts"], testTimeout: 300_000, hookTimeout: 120_000 },
});
