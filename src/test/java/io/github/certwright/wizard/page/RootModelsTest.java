package io.github.certwright.wizard.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.certwright.answers.AuthorityAnswers;
import io.github.certwright.problem.Problem;
import io.github.certwright.run.Cancellation;
import io.github.certwright.run.Progress;
import io.github.certwright.secret.Secret;
import io.github.certwright.testing.Programs;
import io.github.certwright.testing.Trusted;
import io.github.certwright.trust.TrustStores;
import io.github.certwright.wizard.Desk;
import io.github.certwright.wizard.Desks;
import io.github.certwright.wizard.FakeServices;
import io.github.certwright.wizard.PageModel;
import io.github.certwright.wizard.Trusting.Has;
import io.github.certwright.wizard.page.StoresModel.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our own root authority, and who trusts it, without a window. */
final class RootModelsTest {
  @TempDir Path folder;
  private final FakeServices services = new FakeServices();
  private final Desk desk = Desks.guarded(services);
  private PreparedStores stores;
  private Path certificate;
  private boolean left;

  @BeforeEach
  void prepare() throws IOException, CertificateEncodingException {
    stores = new PreparedStores(folder);
    stores.behind(services);
    certificate = folder.resolve("root.cer");
    Files.write(certificate, Trusted.root("Example Root").certificate().getEncoded());
  }

  @Test
  void theAuthoritysNameIsProposedFromTheOrganisation() {
    assertThat(new RootModel(desk).nameProperty().get()).isEqualTo("Our Root Authority 2026");
  }

  @Test
  void domainsAreReadHoweverTheyAreSeparated() {
    RootModel root = new RootModel(desk);
    root.domainsProperty().set(" example.com, .example.org;example.net ");
    try (AuthorityAnswers all = root.answers(Secret.empty(), Secret.empty(), "", false)) {
      assertThat(all.domains()).containsExactly("example.com", ".example.org", "example.net");
    }
    leave(root);
    assertThat(left).isTrue();
  }

  @Test
  void aDomainWithAStarKeepsThePageAndSaysSoBesideIt() {
    RootModel root = new RootModel(desk);
    root.domainsProperty().set("*.example.com");
    leave(root);
    assertThat(left).isFalse();
    assertThat(root.shown()).extracting(Problem::field).contains(RootModel.DOMAINS);
  }

  @Test
  void noPasswordIsFilledInBecauseItStandsInNoFile() {
    RootSecretModel secret = new RootSecretModel(desk);
    secret.entered();
    leave(secret);
    assertThat(left).isFalse();
    secret.makeIt();
    leave(secret);
    assertThat(left).isTrue();
  }

  @Test
  void theFolderIsLookedAtAndAnOlderAuthorityIsNotReplacedUnasked() throws IOException {
    RootPlaceModel place = place();
    Path old = Files.createDirectories(folder.resolve("home/old"));
    Files.write(old.resolve("authority.p12"), new byte[] {1});
    place.folderProperty().set(old.toString());
    leave(place);
    assertThat(left).isFalse();
    assertThat(place.existingProperty().get()).isTrue();
    place.replaceProperty().set(true);
    leave(place);
    assertThat(left).isTrue();
    assertThat(place.plan().orElseThrow().steps()).hasSizeGreaterThan(2);
  }

  private RootPlaceModel place() {
    RootModel root = new RootModel(desk);
    RootPlaceModel[] place = new RootPlaceModel[1];
    place[0] =
        new RootPlaceModel(
            desk,
            () -> root.nameProperty().get(),
            () ->
                root.answers(
                    Secret.ofText("Correct-horse-9"),
                    Secret.ofText("Correct-horse-9"),
                    place[0].folderProperty().get(),
                    place[0].replaceProperty().get()));
    return place[0];
  }

  @Test
  void aFileThatIsNoCertificateIsSaidBesideTheFile() throws IOException {
    AnchorModel anchor = new AnchorModel(desk);
    Path other = Files.write(folder.resolve("other.crt"), new byte[] {1, 2, 3});
    anchor.take(other);
    assertThat(anchor.shown())
        .extracting(Problem::key)
        .containsExactly("trust.certificate.problem.none");
    anchor.take(certificate);
    assertThat(anchor.shown()).isEmpty();
    assertThat(anchor.anchor()).isPresent();
  }

  @Test
  void whatDoesNotTrustItIsTickedAndWhatHasItIsTickedForRemoval() {
    StoresModel model = stores();
    assertThat(model.choices()).extracting(it -> it.sight().state()).containsOnly(Has.NOTHING);
    assertThat(model.chosen().all()).hasSize(2);
    services
        .trusting()
        .install(
            anchor().anchor().orElseThrow(),
            new TrustStores(model.chosen().all().subList(0, 1), List.of()),
            Progress.none(),
            new Cancellation());
    model.entered();
    assertThat(model.chosen().all()).hasSize(1);
    model.changeProperty().set(Change.REMOVE);
    assertThat(model.chosen().all())
        .extracting(store -> store.name().id())
        .containsExactly("debian");
    leave(model);
    assertThat(left).isTrue();
    assertThat(model.steps()).hasSize(1);
  }

  @Test
  void whatWasPutInIsListedOnceAndCanBeChosenWithoutItsFile() throws IOException {
    services
        .trusting()
        .install(
            anchor().anchor().orElseThrow(),
            stores().chosen(),
            Progress.none(),
            new Cancellation());
    AnchorModel model = new AnchorModel(desk);
    model.entered();
    assertThat(model.known()).as("Debian and Java have it").hasSize(1);
    Files.delete(certificate);
    model.choose(model.known().getFirst());
    leave(model);
    assertThat(left).isTrue();
    assertThat(model.anchor()).isEqualTo(model.chosenProperty().get());
    StoresModel removing = new StoresModel(desk, model::anchor);
    removing.changeProperty().set(Change.REMOVE);
    removing.entered();
    assertThat(removing.chosen().all()).hasSize(2);
    services
        .trusting()
        .remove(
            model.anchor().orElseThrow(), removing.chosen(), Progress.none(), new Cancellation());
    assertThat(services.trusting().known()).isEmpty();
    model.fileProperty().set(folder.resolve("gone.crt").toString());
    assertThat(model.chosenProperty().get()).isEmpty();
    leave(model);
    assertThat(left).isFalse();
  }

  @Test
  void javasOwnListWithAnotherPasswordIsOpenedWithThatOne() throws Exception {
    Path cacerts = stores.computer.home.resolve("java/lib/security/cacerts");
    stores.lockJava("another-it-9");
    AnchorModel anchor = anchor();
    StoresModel model = new StoresModel(desk, anchor::anchor);
    model.entered();
    assertThat(model.javaLockedProperty().get()).isTrue();
    assertThat(model.chosen().all()).as("the system's own list is there").hasSize(1);
    assertThat(model.shown()).as("nothing was typed yet").isEmpty();
    model.javaPasswordProperty().set("wrong");
    model.entered();
    assertThat(model.shown()).extracting(Problem::key).containsExactly("stores.problem.java");
    model.javaPasswordProperty().set("another-it-9");
    model.entered();
    assertThat(model.shown()).isEmpty();
    assertThat(model.chosen().all()).hasSize(2);
    services
        .trusting()
        .install(
            anchor.anchor().orElseThrow(), model.chosen(), Progress.none(), new Cancellation());
    model.wipe();
    assertThat(model.javaPasswordProperty().get()).isEmpty();
    assertThat(
            Programs.run(
                    List.of(
                        Programs.keytools().getFirst(),
                        "-list",
                        "-alias",
                        anchor.anchor().orElseThrow().label(),
                        "-keystore",
                        cacerts.toString(),
                        "-storepass",
                        "another-it-9"))
                .exitCode())
        .isZero();
  }

  @Test
  void whereNothingIsTickedThePageStays() {
    StoresModel model = stores();
    model.choices().forEach(choice -> choice.chosenProperty().set(false));
    leave(model);
    assertThat(left).isFalse();
    assertThat(model.shown()).extracting(Problem::key).containsExactly("stores.problem.none");
  }

  @Test
  void aStoreThatCannotBeAskedIsNotTickedAndSaysWhy() throws IOException {
    Path profile = Files.createDirectories(stores.computer.home.resolve(".pki/nssdb"));
    Files.write(profile.resolve("cert9.db"), new byte[0]);
    StoresModel model = stores();
    assertThat(model.choices()).filteredOn(choice -> !choice.usable()).hasSize(1);
    assertThat(model.chosen().all()).hasSize(2);
    assertThat(model.notes())
        .extracting(Problem::key)
        .anyMatch(key -> key.startsWith("trust.nss.problem.no-program"));
  }

  @Test
  void theFilesForOtherComputersNeedAFolder() {
    StoresModel model = stores();
    model.changeProperty().set(Change.EXPORT);
    model.folderProperty().set("");
    leave(model);
    assertThat(left).isFalse();
    model.folderProperty().set(folder.resolve("out").toString());
    leave(model);
    assertThat(left).isTrue();
    assertThat(model.steps()).hasSize(4);
  }

  private AnchorModel anchor() {
    AnchorModel anchor = new AnchorModel(desk);
    anchor.take(certificate);
    return anchor;
  }

  private StoresModel stores() {
    StoresModel model = new StoresModel(desk, anchor()::anchor);
    model.entered();
    return model;
  }

  private void leave(PageModel model) {
    left = false;
    model.tryToLeave(() -> left = true);
  }
}
