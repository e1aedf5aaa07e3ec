package dev.pavior.labeling;

import dev.pavior.labeling.policy.PolicyRefused;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Ends a start on a bad policy file with file, line and reason, and nothing else. */
final class CharterRefusedAnalyzer extends AbstractFailureAnalyzer<PolicyRefused> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PolicyRefused cause) {
        return new FailureAnalysis(
                "A policy file was refused: " + cause.getMessage(),
                "Correct the file; nothing was evaluated and nothing was edited.",
                cause);
    }
}
