"""The pages as typed objects, and every rule that a page must keep."""
