import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { Cut } from "./Cut";

test("only text that is cut has a title", () => {
  render(<Cut>Payroll of all</Cut>);
  const text = screen.getByText("Payroll of all");
  fireEvent.mouseEnter(text);
  expect(text.title).toBe("");
  Object.defineProperty(text, "scrollWidth", { value: 20 });
  fireEvent.mouseEnter(text);
  expect(text.title).toBe("Payroll of all");
});
