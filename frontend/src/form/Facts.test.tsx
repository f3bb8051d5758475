import { fireEvent, render, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { Facts } from "./Facts";

test("a fact tells all of itself to the pointer only where it is cut", () => {
  const fact = { key: "owner", label: "Owner", text: "Oluwaseun Adeyemi", tone: "" as const };
  render(<Facts facts={[fact]} onField={vi.fn()} />);
  const text = screen.getByText(fact.text);
  fireEvent.mouseEnter(text);
  expect(text.closest("[title]:not([title=''])")).toBeNull();
  Object.defineProperty(text, "scrollWidth", { value: 20 });
  fireEvent.mouseEnter(text);
  expect(text.title).toBe(fact.text);
});
