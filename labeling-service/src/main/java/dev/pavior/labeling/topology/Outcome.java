package dev.pavior.labeling.topology;

import dev.pavior.contract.v1.Decision;
import dev.pavior.contract.v1.Edit;
import dev.pavior.contract.v1.Workflow;
import java.util.List;

/** What one revision of an item puts on the topics; each list may be empty. */
record Outcome(List<Decision> decisions, List<Edit> edits, List<Workflow> workflows) {}
