import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

// Each heavy library is a file of its own, loaded with the first screen that needs it.
const groups = [
  { name: "echarts", test: /node_modules[\\/](echarts|zrender)[\\/]/ },
  { name: "editor", test: /node_modules[\\/](@tiptap|prosemirror-[a-z]+)[\\/]/ },
  { name: "fluent", test: /node_modules[\\/](@fluentui|@griffel)[\\/]/ },
  { name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
];

export default defineConfig({
  base: "./",
  plugins: [react()],
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
    maxWorkers: 2,
  },
});
