import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// What every start needs is one file, and each heavy library another, loaded with the first screen that needs it.
const groups = [
  { name: "start", tags: ["$initial" as const] },
  { name: "echarts", test: /node_modules[\\/](echarts|zrender)[\\/]/ },
  { name: "editor", test: /node_modules[\\/](@tiptap|prosemirror-[a-z]+)[\\/]/ },
];

// The font stands in the style sheet, so that it is there at once: no other one is shown before it.
const oneFont = {
  name: "one-font",
  enforce: "pre" as const,
  transform: (code: string, id: string) =>
    id.endsWith("/inter/wght.css") ? code.replaceAll("display: swap", "display: block") : undefined,
};

export default defineConfig({
  base: "./",
  plugins: [react(), oneFont],
  build: {
    target: "es2022",
    sourcemap: false,
    // WebKitGTK loads no fonts from the window's own scheme, so they stand in the style sheet.
    assetsInlineLimit: (file) => file.endsWith(".woff2"),
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
  test: {
    environment: "happy-dom",
    include: ["src/**/*.test.{ts,tsx}"],
    setupFiles: ["src/test-setup.ts"],
    restoreMocks: true,
    isolate: false,
    maxWorkers: 2,
  },
});
