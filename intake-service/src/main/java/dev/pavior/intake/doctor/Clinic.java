package dev.pavior.intake.doctor;

import dev.pavior.chassis.kafka.AvroSerdes;
import dev.pavior.contract.Topics;
import dev.pavior.contract.v1.IntakeHealth;
import dev.pavior.contract.v1.WorkRequest;
import dev.pavior.intake.doctor.Doctor.Practice;
import dev.pavior.intake.gitlab.ApiPath;
import dev.pavior.intake.gitlab.GitLab;
import dev.pavior.intake.gitlab.GitLabHooks;
import dev.pavior.intake.publish.Publisher;
import dev.pavior.intake.webhook.Source;
import dev.pavior.intake.webhook.Sources;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings together what a doctor needs. */
public record Clinic(
        DoctorSettings settings,
        HookBoard board,
        Publisher publisher,
        AvroSerdes serdes,
        MeterRegistry registry,
        Clock clock) {

    private static final Logger log = LoggerFactory.getLogger(Clinic.class);

    /**
     * A doctor for all sources that have a token for hooks; says of which ones it is none.
     *
     * @param senders the sources as receivers know them, with their secrets
     * @param readers what reads the same sources
     */
    public Doctor doctor(Sources senders, Collection<GitLab> readers, GapReader gaps) {
        settings.sources().stream()
                .filter(Predicate.not(DoctorSource::isOn))
                .forEach(Clinic::tellOfNoToken);
        var practices =
                settings.sources().stream()
                        .filter(DoctorSource::isOn)
                        .map(source -> practice(source, senders, reader(source, readers), gaps))
                        .toList();
        return new Doctor(practices, settings.interval(), board, new HookGauges(registry));
    }

    private Practice practice(DoctorSource source, Sources senders, GitLab reader, GapReader gaps) {
        var hooks =
                new GitLabHooks(
                        reader.source().with(source.token(), source.tokenFile()),
                        reader.budget(),
                        registry,
                        clock);
        sender(source, senders);
        var form = new HookForm(source, () -> sender(source, senders));
        var records = new HookRecords(serdes.<IntakeHealth>of(Topics.HEALTH).serializer());
        var rounds =
                new Rounds(
                        source,
                        settings.logInterval(),
                        new Wards(reader, hooks, settings.logInterval(), clock),
                        new Examination(hooks, source.hookUrl()),
                        new Remedies(hooks, form, gaps, registry, clock),
                        new Charts(source.name(), records, publisher),
                        clock);
        return new Practice(rounds, tokens(reader, hooks), hooks);
    }

    private TokenWatch tokens(GitLab reader, GitLabHooks hooks) {
        var host = reader.source().host();
        var self = ApiPath.of("/personal_access_tokens/self");
        var ours =
                List.of(
                        new OwnToken("read", host, () -> reader.get(self)),
                        new OwnToken("look after hooks", host, hooks::ownToken));
        var serializer = serdes.<WorkRequest>of(Topics.REQUESTS).serializer();
        return new TokenWatch(ours, serializer, publisher, clock);
    }

    private static Source sender(DoctorSource source, Sources senders) {
        return senders.all().stream()
                .filter(sender -> sender.name().equals(source.name()))
                .findFirst()
                .orElseThrow(() -> unknown(source, "sends hooks"));
    }

    private static GitLab reader(DoctorSource source, Collection<GitLab> readers) {
        return readers.stream()
                .filter(reader -> reader.source().name().equals(source.name()))
                .findFirst()
                .orElseThrow(() -> unknown(source, "is read"));
    }

    private static IllegalArgumentException unknown(DoctorSource source, String does) {
        return new IllegalArgumentException(
                "the source "
                        + source.name()
                        + " has a token for hooks, but no source of that name "
                        + does);
    }

    private static void tellOfNoToken(DoctorSource source) {
        log.atInfo()
                .addKeyValue("source", source.name())
                .log("Nobody looks after its hooks: no token for hooks is configured");
    }
}
